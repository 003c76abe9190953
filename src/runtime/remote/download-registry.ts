import { renameSync, rmSync } from 'node:fs';
import { packFiles } from '../../store/backup/packed-files.ts';
import { brokenReferences, countRows, type RowPage, takeRows } from '../../store/backup/transfer-tables.ts';
import { migrate, schemaVersion } from '../../store/database/migrate.ts';
import { type NodeDatabase, openNodeDatabase } from '../../store/database/node-database.ts';
import { shippedMigrations } from '../registries/open-registry-file.ts';
import type { OperatorClient } from './operator-client.ts';

export interface Downloaded {
  readonly rows: number;
  readonly files: number;
  /** Hashes of files that documents name and the bucket does not hold. */
  readonly missing: readonly string[];
}

interface Tables {
  readonly schema: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly tables: readonly string[];
}

/**
 * Copies a registry of a Worker into a file, which `restore` puts in place. It must be frozen meanwhile: the copy is of
 * one moment.
 *
 * @throws with what to do when the copy is not whole; then there is no file
 */
export async function downloadRegistry(client: OperatorClient, file: string): Promise<Downloaded> {
  const copy = `${file}.copying`;
  try {
    removeDatabase(copy);
    const rows = await copyRows(client, copy);
    const { packed, missing } = await packFiles(copy, (sha256) => client.file(sha256));
    renameSync(copy, file);
    return { rows, files: packed, missing };
  } finally {
    removeDatabase(copy);
  }
}

async function copyRows(client: OperatorClient, copy: string): Promise<number> {
  const { schema, counts, tables } = await client.get<Tables>('/tables');
  const database = openNodeDatabase(copy);
  try {
    migrate(database, shippedMigrations());
    if (schemaVersion(database) !== schema)
      throw new Error('The Worker runs another version of Parley; use the same one on both sides');
    for (const table of tables) await copyTable(client, database, table);
    assertWhole(database, counts);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  } finally {
    await database.close();
  }
}

async function copyTable(client: OperatorClient, { drizzle, transact }: NodeDatabase, table: string): Promise<void> {
  const next = (after: number) => client.get<RowPage>(`/rows/${table}?after=${after}`);
  for (let page = await next(0); page.rows.length > 0; page = await next(page.rows.at(-1)?.rowid ?? 0)) {
    transact(() => takeRows(drizzle, table, page));
  }
}

function assertWhole({ drizzle }: NodeDatabase, counts: Tables['counts']): void {
  const here = countRows(drizzle);
  const short = Object.keys(counts).filter((table) => here[table] !== counts[table]);
  if (short.length > 0)
    throw new Error(`The copy is not whole: compare ${short.join(', ')}; freeze the registry and try again`);
  const broken = brokenReferences(drizzle);
  if (broken.length > 0) throw new Error(`Rows of ${broken.join(', ')} point to nothing; verify the registry`);
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}
