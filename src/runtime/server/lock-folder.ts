import BetterSqlite from 'better-sqlite3';

/** Gives the folder back. */
export type Unlock = () => void;

/**
 * Takes a data folder for one program. The lock is the operating system's, on a file of SQLite's: it ends with the
 * process, however that ends. Undefined when another program has it.
 */
export function lockFolder(file: string): Unlock | undefined {
  const connection = new BetterSqlite(file, { timeout: 200 });
  try {
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    return () => connection.close();
  } catch {
    connection.close();
    return undefined;
  }
}
