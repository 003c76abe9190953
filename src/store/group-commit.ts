import type { Database } from 'better-sqlite3';
import { isStorageFailure, storageUnavailable } from './storage-failure.ts';

/** A batch ends at whichever comes first, so that nobody waits long behind others. */
const MAX_COMMANDS_IN_BATCH = 256;
const MAX_BATCH_MS = 12;

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

export interface GroupCommitHooks {
  /** The write lock is held and nothing has run yet. */
  readonly begun: () => void;
  /** A batch is on disk. */
  readonly committed: () => void;
  /** A batch was undone whole. */
  readonly failed: () => void;
}

/**
 * Runs commands that arrive together one after another in one `BEGIN IMMEDIATE … COMMIT`. A promise settles only after
 * COMMIT has returned. When one of them throws, the batch is undone and each of its commands runs again in a transaction
 * of its own: what one throws undoes and rejects that one alone. When the storage fails, the whole batch is rejected with
 * `StorageUnavailable` and the next one starts afresh.
 *
 * A savepoint for each command would spare that second run, which only a fault of the program brings about, and cost
 * every command 6 µs: SQLite keeps a copy of each page that is touched within one.
 *
 * Flushed on `setImmediate`: a 1 ms timer gained nothing at 64 concurrent commands and cost four times at one. Where
 * several wait, others are on their way through the program: one more turn makes batches half as large again.
 */
export function groupCommit(connection: Database, hooks: GroupCommitHooks) {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commitBatch = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');

  const queue: Waiting[] = [];
  let isScheduled = false;

  return {
    commit<T>(work: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve, reject });
        schedule();
      });
    },
    /** Runs what still waits, at once: before closing. */
    flushAll(): void {
      while (queue.length > 0) flush();
    },
  };

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      if (queue.length > 1) setImmediate(flushOnce);
      else flushOnce();
    });
  }

  function flushOnce(): void {
    isScheduled = false;
    flush();
    if (queue.length > 0) schedule();
  }

  function flush(): void {
    const batch = queue.splice(0, MAX_COMMANDS_IN_BATCH);
    const run = commitTogether(batch);
    queue.unshift(...batch.slice(run.commands));
    if (!run.hasFailed) return;
    for (const command of batch.slice(0, run.commands)) commitAlone(command);
  }

  /** Settles the commands it ran, unless one of them has failed: then nothing has happened. */
  function commitTogether(batch: readonly Waiting[]): { readonly commands: number; readonly hasFailed: boolean } {
    const values: unknown[] = [];
    try {
      begin.run();
      hooks.begun();
      runWhileTimeLasts(batch, values);
      commitBatch.run();
    } catch (cause) {
      undo();
      if (!isStorageFailure(cause)) return { commands: values.length + 1, hasFailed: true };
      for (const command of batch) command.reject(storageUnavailable(cause));
      return { commands: batch.length, hasFailed: false };
    }
    for (const [i, value] of values.entries()) batch[i]?.resolve(value as never);
    hooks.committed();
    return { commands: values.length, hasFailed: false };
  }

  function runWhileTimeLasts(batch: readonly Waiting[], values: unknown[]): void {
    const endsAt = performance.now() + MAX_BATCH_MS;
    for (const { work } of batch) {
      values.push(resultOf(work));
      if (performance.now() > endsAt) return;
    }
  }

  function commitAlone({ work, resolve, reject }: Waiting): void {
    try {
      begin.run();
      hooks.begun();
      const value = resultOf(work);
      commitBatch.run();
      resolve(value as never);
      hooks.committed();
    } catch (error) {
      undo();
      reject(isStorageFailure(error) ? storageUnavailable(error) : error);
    }
  }

  function undo(): void {
    if (connection.inTransaction) rollback.run();
    hooks.failed();
  }
}

function resultOf(work: () => unknown): unknown {
  const value = work();
  if (value instanceof Promise) throw new Error('The work of a commit must be synchronous: await before it');
  return value;
}
