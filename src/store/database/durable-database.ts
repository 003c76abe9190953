import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { StorageUnavailable } from '../../app/ports/registry.ts';
import type { Drizzle, PositionalStatement, RegistryDatabase, SqlValue } from './registry-database.ts';
import { isStorageFailure, storageUnavailable } from './storage-failure.ts';

/** What the registry needs of a Durable Object's storage. */
export interface DurableStorage {
  readonly sql: {
    exec(text: string, ...values: (string | number | null | ArrayBuffer)[]): { raw(): Iterable<unknown[]> };
  };
  transactionSync<T>(work: () => T): T;
}

export interface DurableDatabaseHooks {
  /** Called after each commit in the same turn, so that what it writes is of the same transaction. */
  readonly written?: () => void;
  /** Why nothing may be written at present, in a sentence; undefined when it may. */
  readonly whyReadOnly?: () => string | undefined;
}

/**
 * A registry's database inside a Durable Object. A commit waits for nobody: what a turn of the event loop writes goes to
 * disk in one transaction, and the object's output gate holds every answer and every mail back until it is there.
 */
export function openDurableDatabase(
  storage: DurableStorage,
  { written, whyReadOnly }: DurableDatabaseHooks = {},
): RegistryDatabase {
  const db = durableDrizzle(storage);
  holdTriggers(db);
  return {
    drizzle: db,
    transact: within,
    async commit(work) {
      const why = whyReadOnly?.();
      if (why !== undefined) throw new StorageUnavailable(why);
      const value = within(work);
      written?.();
      return value;
    },
    read: (work) => work(),
    // Nobody else writes; and when a transaction does not reach the disk, the object ends with all that it remembers.
    onStale: () => {},
  };

  function within<T>(work: () => T): T {
    try {
      return storage.transactionSync(work);
    } catch (error) {
      throw isStorageFailure(coded(error)) ? storageUnavailable(error) : error;
    }
  }
}

/** Drizzle over the storage of a Durable Object, which keeps prepared what it has been asked before. */
export function durableDrizzle(storage: DurableStorage): Drizzle {
  const rows = (text: string, values: SqlValue[]) =>
    [...storage.sql.exec(text, ...values.map(bound)).raw()] as SqlValue[][];
  return Object.assign(drizzle(storage as Parameters<typeof drizzle>[0]), {
    positional: (text: string): PositionalStatement => ({
      run: (values) => void rows(text, values),
      insert(values) {
        rows(text, values);
        return Number(rows('select last_insert_rowid()', [])[0]?.[0]);
      },
      get: (values) => rows(text, values)[0],
    }),
  });
}

function bound(value: SqlValue) {
  return value instanceof Uint8Array ? value.buffer : value;
}

/** REPLACE must not slip past the triggers that forbid deleting: an object has that off until it is told. */
function holdTriggers(db: Drizzle): void {
  db.run(sql`pragma recursive_triggers = on`);
  if (db.values<[number]>(sql`pragma recursive_triggers`)[0]?.[0] !== 1)
    throw new Error('recursive_triggers cannot be set in this object, so its journal could be changed; ask Cloudflare');
}

/** workerd has SQLite's result code behind the message: `database or disk is full: SQLITE_FULL`. */
function coded(error: unknown): unknown {
  const code =
    error instanceof Error
      ? /: (SQLITE_[A-Z]+)(?: \(extended: SQLITE_[A-Z_]+\))?$/.exec(error.message)?.[1]
      : undefined;
  return code ? Object.assign(new Error(code), { code }) : error;
}
