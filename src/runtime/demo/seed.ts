import { existsSync } from 'node:fs';
import type { Clock } from '../../app/ports/clock.ts';
import { localDateAt } from '../../domain/time/local-time.ts';
import { compose, type Parley } from '../compose.ts';
import { dataFolder } from '../data-folder.ts';
import { putInPlace, removeDatabase } from '../registries/database-file.ts';
import { importShipped } from '../shipped/import-shipped.ts';
import type { TribunalNames } from '../tribunal-names.ts';
import { engageStaff } from './cast.ts';
import { STORIES } from './stories.ts';
import type { Story } from './story.ts';
import { firstDate, tellStories } from './tell-stories.ts';

const DEMO_TRIBUNAL: TribunalNames = {
  name: { en: 'Harbour Civil Tribunal', fr: 'Tribunal civil du Port' },
  address: { en: '200 – 1234 Harbour Street, Victoria BC', fr: '1234, rue Harbour, bureau 200, Victoria (C.-B.)' },
  contact: 'registry@demo.example',
};
const ZONE = 'America/Vancouver';

/**
 * Makes the demonstration's world where a data folder has no registry yet. It is made aside and put into its place whole,
 * so that a crash half-way leaves nothing, and the next start begins anew. Answers whether it was made.
 */
export async function seedWhereMissing(
  path: string,
  origin: string,
  stories: readonly Story[] = STORIES,
): Promise<boolean> {
  const { registry } = dataFolder(path);
  if (existsSync(registry)) return false;
  const unfinished = `${registry}.seeding`;
  removeDatabase(unfinished);
  const clock = playedClock(stories);
  const parley = await compose({
    path,
    registryFile: unfinished,
    origin,
    mode: 'demo',
    tribunal: DEMO_TRIBUNAL,
    clockOf: () => clock,
    report(error) {
      throw error;
    },
  });
  try {
    await seed(parley, clock, stories);
  } catch (error) {
    await parley.close();
    removeDatabase(unfinished);
    throw error;
  }
  await parley.close();
  putInPlace(unfinished, registry);
  return true;
}

/** Until the file is in its place it promises nothing: it is written without waiting for the disk, and flushed once. */
async function seed(parley: Parley, clock: PlayedClock, stories: readonly Story[]): Promise<void> {
  const { ports, effects, database } = parley;
  database.connection.pragma('synchronous = OFF');
  await importShipped(ports, 'demo', () => {});
  await engageStaff(ports);
  const turnTo = (instant: string) => Promise.resolve(clock.turnTo(instant));
  const stage = { time: { ports, effects, turnTo }, zone: ZONE };
  await tellStories(stage, stories, clock.end);
  await ports.registry.commit((tx) => tx.putSetting('demo.seededAt', clock.end));
}

interface PlayedClock extends Clock {
  /** Now, when the stories began to be told: they end there. */
  readonly end: string;
  turnTo(instant: string): void;
}

/** Begins a day before the first story. */
function playedClock(stories: readonly Story[]): PlayedClock {
  const end = new Date().toISOString();
  const first = firstDate(stories, localDateAt(end, ZONE));
  let now = new Date(Date.parse(`${first}T12:00:00.000Z`) - 24 * 60 * 60 * 1_000).toISOString();
  return {
    end,
    now: () => now,
    turnTo(instant) {
      if (instant > now) now = instant;
    },
  };
}
