import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { onTestFinished } from 'vitest';
import type { Registry } from '../../src/app/ports/registry.ts';
import { CaseCache } from '../../src/store/cases/case-cache.ts';
import type { CheckpointerLimits } from '../../src/store/database/checkpointer.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { type NodeDatabase, openNodeDatabase } from '../../src/store/database/node-database.ts';
import { openRegistry } from '../../src/store/open-registry.ts';

const migrationsFolder = join(import.meta.dirname, '../../db/migrations');
export const MIGRATIONS = readMigrationFiles({ migrationsFolder });

export interface OpenedRegistry {
  readonly registry: Registry;
  readonly database: NodeDatabase;
}

/** A folder of the test's own, removed after it. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A registry in a real file, or a second connection to one; closed after the test. */
export function aRegistry(file = join(aFolder(), 'registry.db'), limits?: CheckpointerLimits): OpenedRegistry {
  const database = openNodeDatabase(file, limits);
  onTestFinished(() => database.close());
  migrate(database, MIGRATIONS);
  return { registry: openRegistry('r1', database, new CaseCache()), database };
}
