import BetterSqlite, { type Database } from 'better-sqlite3';

/** Files ride in a backup as rows of a table of their own, so that a backup is one file. */
const TABLE = 'backup_files';

/**
 * Puts the files that a copied database names into the copy.
 *
 * @param read a file's bytes by its hash; undefined when it is missing
 * @returns how many went in, and the hashes of those that are missing
 */
export async function packFiles(
  copy: string,
  read: (sha256: string) => Promise<Uint8Array | undefined>,
): Promise<{ readonly packed: number; readonly missing: readonly string[] }> {
  const connection = new BetterSqlite(copy);
  try {
    connection.exec(`create table ${TABLE} (sha256 text primary key, bytes blob not null) without rowid`);
    const insert = connection.prepare(`insert into ${TABLE} values (?, ?)`);
    const named = connection.prepare<[], { sha256: string }>(
      'select distinct sha256 from documents where sha256 is not null order by sha256',
    );
    const missing: string[] = [];
    const hashes = named.all().map(({ sha256 }) => sha256);
    for (const sha256 of hashes) {
      const bytes = await read(sha256);
      if (bytes) insert.run(sha256, bytes);
      else missing.push(sha256);
    }
    return { packed: hashes.length - missing.length, missing };
  } finally {
    connection.close();
  }
}

/** Takes the files out of a backup again, one after another. */
export async function unpackFiles(copy: string, write: (bytes: Uint8Array) => Promise<unknown>): Promise<number> {
  const connection = new BetterSqlite(copy);
  try {
    if (connection.prepare('select 1 from sqlite_schema where name = ?').get(TABLE) === undefined) return 0;
    const hashes = connection.prepare<[], { sha256: string }>(`select sha256 from ${TABLE}`).all();
    const read = connection.prepare<[string], { bytes: Buffer }>(`select bytes from ${TABLE} where sha256 = ?`);
    for (const { sha256 } of hashes) await write(read.get(sha256)?.bytes ?? new Uint8Array());
    connection.exec(`drop table ${TABLE}; vacuum`);
    return hashes.length;
  } finally {
    connection.close();
  }
}

/** The files that the documents of a backup name, one after another; without bytes where the backup does not hold them. */
export function* packedFiles(
  connection: Database,
): Generator<{ readonly sha256: string; readonly bytes: Uint8Array | undefined }> {
  const isPacked = connection.prepare('select 1 from sqlite_schema where name = ?').get(TABLE) !== undefined;
  const read = isPacked && connection.prepare<[string], Buffer>(`select bytes from ${TABLE} where sha256 = ?`).pluck();
  const named = connection
    .prepare<[], string>('select distinct sha256 from documents where sha256 is not null')
    .pluck();
  for (const sha256 of named.all()) yield { sha256, bytes: read ? read.get(sha256) : undefined };
}
