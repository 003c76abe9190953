import { createHash } from 'node:crypto';
import { constants, copyFileSync, rmSync } from 'node:fs';
import { packedFiles } from '../../store/backup/packed-files.ts';
import { countRows, readRows, transferTables } from '../../store/backup/transfer-tables.ts';
import { schemaVersion } from '../../store/database/migrate.ts';
import type { NodeDatabase } from '../../store/database/node-database.ts';
import { openRegistryFile } from '../registries/open-registry-file.ts';
import type { OperatorClient } from './operator-client.ts';

export interface Uploaded {
  readonly rows: number;
  readonly files: number;
  /** Hashes of files that documents name and the backup does not hold. */
  readonly missing: readonly string[];
}

interface Progress {
  readonly table: string;
  readonly after: number;
}

/**
 * Brings a backup of a registry into one of a Worker that nobody has used yet. What was broken off goes on where it
 * stopped, when the same backup is given again.
 *
 * @throws with what to do when the backup or the registry is not fit for it
 */
export async function uploadRegistry(client: OperatorClient, file: string): Promise<Uploaded> {
  const copy = `${file}.uploading`;
  try {
    // On most file systems a copy of this kind takes no time and no room.
    copyFileSync(file, copy, constants.COPYFILE_FICLONE);
    const { database } = openRegistryFile(copy);
    try {
      return await upload(client, database);
    } finally {
      await database.close();
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  }
}

async function upload(client: OperatorClient, database: NodeDatabase): Promise<Uploaded> {
  const counts = countRows(database.drizzle);
  const schema = schemaVersion(database);
  const begun = await client.post<Progress>('/import', { source: fingerprint(database, counts), schema });
  const rows = await uploadRows(client, database, begun);
  const { files, missing } = await uploadFiles(client, database);
  await client.post('/import/end', { counts });
  return { rows, files, missing };
}

async function uploadRows(client: OperatorClient, { drizzle }: NodeDatabase, begun: Progress): Promise<number> {
  const tables = transferTables(drizzle);
  let sent = 0;
  for (const table of tables.slice(Math.max(0, tables.indexOf(begun.table)))) {
    let after = table === begun.table ? begun.after : 0;
    for (let page = readRows(drizzle, table, after); page.rows.length > 0; page = readRows(drizzle, table, after)) {
      ({ after } = await client.post<Progress>('/import/rows', { table, after, ...page }));
      sent += page.rows.length;
    }
  }
  return sent;
}

async function uploadFiles(client: OperatorClient, { connection }: NodeDatabase) {
  const missing: string[] = [];
  let files = 0;
  for (const { sha256, bytes } of packedFiles(connection)) {
    if (bytes) {
      await client.putFile(bytes);
      files += 1;
    } else missing.push(sha256);
  }
  return { files, missing };
}

/** Tells this backup from another. */
function fingerprint({ connection }: NodeDatabase, counts: Readonly<Record<string, number>>): string {
  const newest = connection.prepare('select hash from journal order by row desc limit 1').pluck().get();
  return createHash('sha256')
    .update(JSON.stringify([counts, newest]))
    .digest('hex');
}
