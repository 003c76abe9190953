import BetterSqlite, { type Database } from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type Checkpointer, type CheckpointerLimits, startCheckpointer } from './checkpointer.ts';
import { groupCommit } from './group-commit.ts';
import type { Drizzle, RegistryDatabase, SqlValue } from './registry-database.ts';
import { isStorageFailure, storageUnavailable } from './storage-failure.ts';

/** How long a writer waits for another process (the command line beside the server) to finish its transaction. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * To put new pages in order, SQLite gives one of them for a moment the number of the page at 1 GiB, which no page has; at
 * the next commit it then looks through its whole cache for what lies behind the end of the file. In a file below 1 GiB a
 * full cache of 64 MiB costs each commit 0.3 to 0.9 ms so, and a small one reads again what the system has in memory.
 */
const CACHE_KIB = { below1GiB: 16 * 1024, from1GiB: 64 * 1024 };
const BYTES_1_GIB = 2 ** 30;

/** Set on every connection and read back: a durability that was only asked for is none. */
const PRAGMAS: Readonly<Record<string, { readonly set: string; readonly is: string | number }>> = {
  journal_mode: { set: 'WAL', is: 'wal' },
  synchronous: { set: 'FULL', is: 2 },
  foreign_keys: { set: 'ON', is: 1 },
  // REPLACE must not slip past the triggers that forbid deleting.
  recursive_triggers: { set: 'ON', is: 1 },
  trusted_schema: { set: 'OFF', is: 0 },
  temp_store: { set: 'MEMORY', is: 2 },
};

/** A registry's database in a file, through better-sqlite3. */
export interface NodeDatabase extends RegistryDatabase {
  readonly file: string;
  readonly connection: Database;
  /** Finishes what waits, stops the checkpointer and closes the file. */
  close(): Promise<void>;
}

/**
 * Opens a database file, or makes it. Nothing is scanned: opening takes milliseconds whatever the file holds.
 *
 * @param file a path, or `:memory:` for tests
 * @throws StorageUnavailable when the file cannot be opened as a database that keeps its promises
 */
export function openNodeDatabase(file: string, limits?: CheckpointerLimits): NodeDatabase {
  const connection = connect(file);
  const inFile = file !== ':memory:';
  const checkpointer: Checkpointer | undefined = inFile ? startCheckpointer(file, connection, limits) : undefined;
  const listeners: (() => void)[] = [];
  const staleness = othersWrites(connection, () => {
    for (const forget of listeners) forget();
  });
  const begin = connection.prepare('BEGIN');
  const beginImmediate = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const group = groupCommit(connection, {
    begun: staleness.notice,
    committed: () => checkpointer?.committed(),
    failed: staleness.forget,
  });

  return {
    file,
    connection,
    drizzle: Object.assign(drizzleOn(connection), { positional: positionalOn(connection) }),
    commit: group.commit,
    read: (work) => (connection.inTransaction ? work() : within(begin, work)),
    transact: (work) => within(beginImmediate, work),
    onStale: (forget) => void listeners.push(forget),
    async close() {
      if (!connection.open) return;
      group.flushAll();
      await checkpointer?.close();
      connection.close();
    },
  };

  function within<T>(start: typeof begin, work: () => T): T {
    try {
      start.run();
      staleness.notice();
      const value = work();
      commit.run();
      return value;
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw isStorageFailure(error) ? storageUnavailable(error) : error;
    }
  }
}

function connect(file: string): Database {
  try {
    const connection = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS });
    for (const [name, { set, is }] of Object.entries(PRAGMAS)) {
      if (name === 'journal_mode' && file === ':memory:') continue;
      connection.pragma(`${name} = ${set}`);
      const value = connection.pragma(name, { simple: true });
      if (value !== is) throw new Error(`${file}: ${name} is ${value}, not ${set}; use a local disk`);
    }
    connection.pragma(`cache_size = -${cacheFor(connection)}`);
    return connection;
  } catch (error) {
    throw storageUnavailable(error);
  }
}

/** KiB for pages, by the size that the file has now. */
function cacheFor(connection: Database): number {
  const [pages, bytes] = ['page_count', 'page_size'].map((name) => Number(connection.pragma(name, { simple: true })));
  return (pages ?? 0) * (bytes ?? 0) < BYTES_1_GIB ? CACHE_KIB.below1GiB : CACHE_KIB.from1GiB;
}

/**
 * Drizzle over a connection, with a sign before each parameter, which changes no value. SQLite plans a statement anew
 * after each binding of a parameter that its planner looked at, as it does in joins, ranges and limits: 6 to 25 µs each
 * time. Behind a sign it does not look.
 */
function drizzleOn(connection: Database) {
  const db = drizzle({ client: connection });
  const { dialect } = db as unknown as { readonly dialect: { escapeParam(): string } };
  dialect.escapeParam = () => '+?';
  return db;
}

function positionalOn(connection: Database): Drizzle['positional'] {
  return (text) => {
    const statement = connection.prepare<[SqlValue[]], SqlValue[]>(text);
    if (statement.reader) statement.raw();
    return {
      run: (values) => void statement.run(values),
      insert: (values) => Number(statement.run(values).lastInsertRowid),
      get: (values) => statement.get(values),
    };
  };
}

/** `data_version` changes when, and only when, another connection has committed to the file. */
function othersWrites(connection: Database, forget: () => void) {
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck();
  let seen = dataVersion.get();
  return {
    forget,
    notice(): void {
      const now = dataVersion.get();
      if (now === seen) return;
      seen = now;
      forget();
    },
  };
}
