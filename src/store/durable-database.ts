import { drizzle } from 'drizzle-orm/durable-sqlite';
import { StorageUnavailable } from '../app/ports/registry.ts';
import type { RegistryDatabase } from './registry-database.ts';
import { isStorageFailure, storageUnavailable } from './storage-failure.ts';

/** What the registry needs of a Durable Object's storage. */
export interface DurableStorage {
  readonly sql: object;
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
  return {
    drizzle: drizzle(storage as Parameters<typeof drizzle>[0]),
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

/** workerd has SQLite's result code at the end of the message: `database or disk is full: SQLITE_FULL`. */
function coded(error: unknown): unknown {
  const code = error instanceof Error ? /\b(SQLITE_[A-Z_]+)$/.exec(error.message)?.[1] : undefined;
  return code ? Object.assign(new Error(code), { code }) : error;
}
