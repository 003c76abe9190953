import { sql } from 'drizzle-orm';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import type { RegistryDatabase } from './registry-database.ts';

/**
 * Brings a database to the newest schema, in one transaction. Two processes that start together do it once. On Node
 * `readMigrationFiles` of drizzle-orm reads `db/migrations`; a Worker has them bundled.
 *
 * @param beforeUpgrade called before a database that is in use gets a newer schema; throws to refuse it
 * @throws when the database was written by a newer program than this one
 */
export function migrate(
  database: RegistryDatabase,
  migrations: readonly MigrationMeta[],
  beforeUpgrade: () => void = () => {},
): void {
  const { drizzle } = database;
  database.transact(() => {
    drizzle.run(
      sql`create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
    );
    const present = schemaVersion(database);
    const newest = migrations.at(-1)?.folderMillis ?? 0;
    if (present > newest) {
      throw new Error('The database was written by a newer version of Parley; start that version, or restore a backup');
    }
    if (present > 0 && present < newest) beforeUpgrade();
    for (const { folderMillis, hash, sql: statements } of migrations) {
      if (folderMillis <= present) continue;
      for (const statement of statements) drizzle.run(sql.raw(statement));
      drizzle.run(sql`insert into __drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`);
    }
  });
}

/** When the newest migration that the database has was made; 0 for none. */
export function schemaVersion(database: Pick<RegistryDatabase, 'drizzle'>): number {
  const [newest] = database.drizzle.values<[number | null]>(sql`select max(created_at) from __drizzle_migrations`);
  return Number(newest?.[0] ?? 0);
}
