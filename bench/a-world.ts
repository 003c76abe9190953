import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { openCase } from '../src/app/open-case.ts';
import type { Clock } from '../src/app/ports/clock.ts';
import type { Ports } from '../src/app/ports/ports.ts';
import { definitionSchema } from '../src/domain/definition/schema.ts';
import { compileProcess } from '../src/domain/process/process.ts';
import { isRefusal } from '../src/domain/refusal.ts';
import { calendarSchema } from '../src/domain/time/calendar-schema.ts';
import type { Viewer } from '../src/domain/viewer.ts';
import { nodeIds } from '../src/runtime/node-ids.ts';
import { projectRoot } from '../src/runtime/project-root.ts';
import { migrate } from '../src/store/database/migrate.ts';
import { type NodeDatabase, openNodeDatabase } from '../src/store/database/node-database.ts';
import { openRegistry } from '../src/store/open-registry.ts';
import { benchProcess } from './a-process.ts';

const root = projectRoot();

/** A registry in a file of its own, with the bench's process; a clock that the bench moves. */
export interface World {
  readonly ports: Omit<Ports, 'blobs'>;
  readonly database: NodeDatabase;
  readonly folder: string;
  readonly file: string;
  readonly clock: Clock & { turnOn(milliseconds: number): void };
  close(): Promise<void>;
}

export type User = Extract<Viewer, { kind: 'user' }>;
export const applicant: User = {
  kind: 'user',
  userId: 'applicant',
  email: 'applicant@bench.example',
  name: 'Ann Applicant',
  language: 'en',
  roles: [],
};

/** Beside the checkout's own data, so that the figures are those of the disk that people use. */
export function aFolder(): string {
  return mkdtempSync(join(root, 'data-bench-'));
}

export function openWorld(folder = aFolder()): World {
  const file = join(folder, 'registry.db');
  const database = openNodeDatabase(file);
  migrate(database, readMigrationFiles({ migrationsFolder: join(root, 'db/migrations') }));
  const calendar = calendarSchema.parse(JSON.parse(readFileSync(join(root, 'calendars/ca-bc.json'), 'utf8')));
  const empty = { en: 'Bench', fr: 'Bench' };
  const process = compileProcess(definitionSchema.parse(benchProcess), 1, {
    calendarAt: () => calendar,
    tribunal: { name: empty, address: empty, contact: '', origin: 'http://localhost' },
  });
  const clock = aClock('2026-03-02T17:00:00.000Z');
  const world: World = {
    folder,
    file,
    database,
    clock,
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
    ports: {
      registry: openRegistry('bench', database),
      clock,
      ids: nodeIds,
      processOf: () => process,
      definitionOf: () => process.definition,
    },
  };
  return world;
}

/** The same registry after a start of the program. */
export async function reopened({ database, folder }: World): Promise<World> {
  await database.close();
  return openWorld(folder);
}

/** A clock that stands still between two turns. */
function aClock(instant: string): World['clock'] {
  let now = instant;
  return {
    now: () => now,
    turnOn(milliseconds) {
      now = new Date(Date.parse(now) + milliseconds).toISOString();
    },
  };
}

/** Publishes the bench's process and opens so many cases; answers their ids. */
export async function openCases(world: World, count: number): Promise<string[]> {
  const at = world.ports.clock.now();
  const json = JSON.stringify(benchProcess);
  await world.ports.registry.commit((tx) => {
    if (tx.currentWorkflow('bench', at)) return;
    tx.insertUser(
      { id: applicant.userId, email: applicant.email, name: applicant.name, language: 'en', roles: [] },
      at,
    );
    tx.insertVersion({
      id: 'bench',
      version: 1,
      sha256: '',
      json,
      publishedAt: at,
      publishedBy: 'bench',
      approvedBy: null,
      opensFrom: at,
    });
  });
  const opened = Array.from({ length: count }, (_, index) => openCase(world.ports as Ports, applicant, request(index)));
  return (await Promise.all(opened)).map((answer) => {
    if (!answer || isRefusal(answer)) throw new Error(`could not open a case: ${JSON.stringify(answer)}`);
    return answer.id;
  });
}

function request(index: number) {
  return {
    workflow: 'bench',
    parties: [
      { role: 'applicant', name: 'Ann Applicant', email: applicant.email },
      { role: 'respondent', name: `Bob Respondent ${index}`, email: `bob${index}@bench.example` },
    ],
  };
}
