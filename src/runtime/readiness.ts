import { statfs } from 'node:fs/promises';
import type { Clock } from '../app/ports/clock.ts';
import type { Registry } from '../app/ports/registry.ts';
import { checkTimeZoneData } from '../domain/time/clock-check.ts';
import type { ReadinessCheck } from '../web/web-ports.ts';

/** Below it nothing that is large is taken any more, and operators should have known for long. */
const MIN_FREE_BYTES = 128 * 1024 * 1024;
/** When this program was made; a clock that shows less has lost its battery. */
const NOT_BEFORE = '2026-06-01T00:00:00.000Z';
/** Asking more often gives the same answer: a check writes to the disk. */
const GOOD_FOR_MS = 1_000;
const SETTING = 'readiness';

/** Whether requests are welcome: the database takes writes, the clock is sane, the disk has room. */
export function readinessOf(
  registry: Registry,
  clock: Clock,
  dataFolder: string,
): () => Promise<readonly ReadinessCheck[]> {
  let known: Promise<readonly ReadinessCheck[]> | undefined;
  let askedAt = 0;
  return () => {
    if (known && performance.now() - askedAt < GOOD_FOR_MS) return known;
    askedAt = performance.now();
    known = Promise.all([takesWrites(registry, clock), isClockSane(clock), hasRoom(dataFolder)]);
    return known;
  };
}

async function takesWrites(registry: Registry, clock: Clock): Promise<ReadinessCheck> {
  const written = registry.commit((tx) => tx.putSetting(SETTING, clock.now()));
  return { name: 'database', ok: await holds(written) };
}

async function isClockSane(clock: Clock): Promise<ReadinessCheck> {
  return { name: 'clock', ok: clock.now() >= NOT_BEFORE && checkTimeZoneData() === undefined };
}

async function hasRoom(dataFolder: string): Promise<ReadinessCheck> {
  const room = statfs(dataFolder).then(({ bavail, bsize }) => {
    if (bavail * bsize < MIN_FREE_BYTES) throw new Error('full');
  });
  return { name: 'disk', ok: await holds(room) };
}

function holds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
