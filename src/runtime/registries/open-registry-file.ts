import { join } from 'node:path';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { Registry } from '../../app/ports/registry.ts';
import { HOME } from '../../app/registry-of.ts';
import { migrate } from '../../store/database/migrate.ts';
import { type NodeDatabase, openNodeDatabase } from '../../store/database/node-database.ts';
import { openRegistry } from '../../store/open-registry.ts';
import { projectRoot } from '../project-root.ts';

export interface OpenRegistryFile {
  readonly registry: Registry;
  readonly database: NodeDatabase;
}

export interface OpeningRegistry {
  /** The home registry, where it is not said. */
  readonly id?: string;
  /** Called before a database that is in use gets a newer schema; throws to refuse it. */
  readonly beforeUpgrade?: (() => void) | undefined;
}

/** Opens a registry's database, or makes it, and brings it to the newest schema. */
export function openRegistryFile(file: string, { id = HOME, beforeUpgrade }: OpeningRegistry = {}): OpenRegistryFile {
  const database = openNodeDatabase(file);
  try {
    migrate(database, shippedMigrations(), beforeUpgrade);
    return { database, registry: openRegistry(id, database) };
  } catch (error) {
    database.connection.close();
    throw error;
  }
}

export function shippedMigrations(): MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder: join(projectRoot(), 'db', 'migrations') });
}
