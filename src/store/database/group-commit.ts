import type { Database } from 'better-sqlite3';
import { isStorageFailure, storageUnavailable } from './storage-failure.ts';

/**
 * A batch ends at whichever comes first, so that nobody waits long behind others. After 12 ms, as once, due deadlines among
 * a million cases, where a commit costs 2 ms, took a tenth longer.
 */
const MAX_COMMANDS_IN_BATCH = 256;
const MAX_BATCH_MS = 25;

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
    queue.unshift(...batch.slice(commitTogether(batch)));
  }

  /** Answers how many of them it has settled: those that time was left for. */
  function commitTogether(batch: readonly Waiting[]): number {
    const values: unknown[] = [];
    try {
      begin.run();
      hooks.begun();
      runWhileTimeLasts(batch, values);
      commitBatch.run();
    } catch (cause) {
      if (connection.inTransaction) rollback.run();
      hooks.failed();
      return settleUndone(batch, values.length + 1, cause);
    }
    for (const [i, value] of values.entries()) batch[i]?.resolve(value as never);
    hooks.committed();
    return values.length;
  }

  /** Nothing of a batch has happened: the storage's failure is everyone's, a command's own is its alone. */
  function settleUndone(batch: readonly Waiting[], reached: number, cause: unknown): number {
    if (isStorageFailure(cause)) for (const { reject } of batch) reject(storageUnavailable(cause));
    else if (batch.length === 1) batch[0]?.reject(cause);
    else return batch.slice(0, reached).reduce((settled, command) => settled + commitTogether([command]), 0);
    return batch.length;
  }

  function runWhileTimeLasts(batch: readonly Waiting[], values: unknown[]): void {
    const endsAt = performance.now() + MAX_BATCH_MS;
    for (const { work } of batch) {
      values.push(resultOf(work));
      if (performance.now() > endsAt) return;
    }
  }
}

function resultOf(work: () => unknown): unknown {
  const value = work();
  if (value instanceof Promise) throw new Error('The work of a commit must be synchronous: await before it');
  return value;
}
