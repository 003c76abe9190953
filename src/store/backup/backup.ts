import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite, { type Database } from 'better-sqlite3';
import type { MigrationMeta } from 'drizzle-orm/migrator';

/** What is wrong with a file that should be a registry's database; empty for a sound one. */
export function examineDatabase(file: string, migrations: readonly MigrationMeta[]): string[] {
  if (!existsSync(file)) return [`${file} is not there`];
  try {
    const connection = new BetterSqlite(file, { readonly: true });
    try {
      return [...examineStructure(connection), ...examineSchema(connection, migrations)];
    } finally {
      connection.close();
    }
  } catch (error) {
    return [`${file} is no database of Parley: ${error instanceof Error ? error.message : error}`];
  }
}

function examineStructure(connection: Database): string[] {
  const integrity = connection.pragma('integrity_check(10)') as { integrity_check: string }[];
  const broken = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const orphans = connection.pragma('foreign_key_check') as { table: string }[];
  return [...broken, ...new Set(orphans.map(({ table }) => `rows of ${table} point to nothing`))];
}

function examineSchema(connection: Database, migrations: readonly MigrationMeta[]): string[] {
  const applied = connection
    .prepare<[], { hash: string }>('select hash from __drizzle_migrations order by created_at')
    .all();
  const isOurs = applied.length > 0 && applied.every(({ hash }, index) => migrations[index]?.hash === hash);
  return isOurs ? [] : ['its schema is not one that this version of Parley has had; use the version that wrote it'];
}

/**
 * Copies a live database to a file, while it is being written, and proves the copy before it bears that name.
 *
 * @throws when the copy is not sound; what stood at `to` is then untouched
 */
export async function backup(connection: Database, to: string, migrations: readonly MigrationMeta[]): Promise<void> {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    await connection.backup(unfinished);
    asOneFile(unfinished);
    assertSound(unfinished, migrations);
    moveDurably(unfinished, to);
  } finally {
    removeDatabase(unfinished);
  }
}

/**
 * Puts a backup in the place of a registry's database. It is proved first; what stood there is kept beside it.
 *
 * @returns where the former database was put, if there was one
 * @throws when the backup is not sound, or someone has the database open: stop the server first
 */
export function restore(from: string, file: string, migrations: readonly MigrationMeta[]): string | undefined {
  assertSound(from, migrations);
  const unfinished = `${file}.unfinished`;
  removeDatabase(unfinished);
  try {
    copyFileSync(from, unfinished);
    assertSound(unfinished, migrations);
    const former = existsSync(file) ? setAside(file) : undefined;
    moveDurably(unfinished, file);
    return former;
  } finally {
    removeDatabase(unfinished);
  }
}

function assertSound(file: string, migrations: readonly MigrationMeta[]): void {
  const problems = examineDatabase(file, migrations);
  if (problems.length > 0) throw new Error(`${file} cannot be used: ${problems.join('; ')}`);
}

/** A copy of a database in WAL mode is one as well: without its log's files it is whole, and stays one file. */
function asOneFile(file: string): void {
  const connection = new BetterSqlite(file);
  connection.pragma('journal_mode = DELETE');
  connection.close();
}

/** Leaving WAL mode needs the file to oneself: it fails while a server runs, and leaves no log behind to be lost. */
function setAside(file: string): string {
  const connection = new BetterSqlite(file, { timeout: 1_000 });
  try {
    connection.pragma('journal_mode = DELETE');
  } catch (error) {
    throw new Error(`${file} is in use; stop the server, then restore`, { cause: error });
  } finally {
    connection.close();
  }
  let number = 1;
  while (existsSync(`${file}.before-restore-${number}`)) number += 1;
  const former = `${file}.before-restore-${number}`;
  renameSync(file, former);
  return former;
}

function moveDurably(from: string, to: string): void {
  syncPath(from);
  renameSync(from, to);
  syncPath(dirname(to));
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
}
