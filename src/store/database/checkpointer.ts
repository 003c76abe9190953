import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { isStorageFailure } from './storage-failure.ts';

export type ThreadMessage = 'checkpoint' | 'close';

/** Pages of 4 KiB. */
export interface CheckpointerLimits {
  /** With so much in the log that is not in the database, the thread copies it. Small databases never start one. */
  readonly threadFromPages: number;
  /** A log of this size is begun anew, once the thread has left little to copy; until then it copies again and again. */
  readonly restartFromPages: number;
  readonly littleToCopyPages: number;
  /** At this size the writer copies what is left itself before it goes on, however much it is. */
  readonly capPages: number;
}

/**
 * A cap of 64 MiB: without one the log grew to 1.3 GB, and opening and reading slow down with it. Copying a quarter as often
 * gained nothing among a million cases, nor did a sync of the database after each copy, on the thread.
 */
const LIMITS: CheckpointerLimits = {
  threadFromPages: 2_000,
  restartFromPages: 8_000,
  littleToCopyPages: 500,
  capPages: 16_000,
};

const MAX_COMMITS_UNSEEN = 64;

interface LogState {
  readonly log: number;
  readonly checkpointed: number;
}

export interface Checkpointer {
  /** Call when a batch is on disk. */
  committed(): void;
  close(): Promise<void>;
}

/**
 * Keeps the write-ahead log of a database short. The thread checkpoints passively, in nobody's way; it cannot begin the
 * log anew while that is being written without pause, so the writer does, at a moment when it costs little.
 *
 * @param connection the registry's own; its automatic checkpoint is switched off
 */
export function startCheckpointer(file: string, connection: Database, limits = LIMITS): Checkpointer {
  connection.pragma('wal_autocheckpoint = 0');
  const lookAtLog = connection.prepare<[], LogState>('PRAGMA wal_checkpoint(NOOP)');
  const restartLog = withoutWaiting(connection);
  let thread: Worker | undefined;
  let isThreadBusy = false;
  let hasThreadFailed = false;
  /** While somebody still reads from the log it cannot begin anew; it is tried again when it has grown. */
  let tryAgainFromPages = 0;
  let looks = { log: 0, commitsSince: 0, nextAfter: 1 };

  return {
    committed() {
      looks.commitsSince += 1;
      if (looks.commitsSince < looks.nextAfter) return;
      try {
        const state = lookAtLog.get() ?? { log: 0, checkpointed: 0 };
        keepShort(state);
        looks = { log: state.log, commitsSince: 0, nextAfter: commitsUntilNextLook(state) };
      } catch (error) {
        // What is committed is safe in the log. A full disk is reported by the next commit that it hinders.
        if (!isStorageFailure(error)) throw error;
      }
    },
    async close() {
      if (!thread) return;
      const exited = new Promise((resolve) => thread?.once('exit', resolve));
      thread.ref();
      thread.postMessage('close' satisfies ThreadMessage);
      await exited;
    },
  };

  /** A look takes 60 µs. It waits for half of the commits that, at the pace of the last ones, there is room for. */
  function commitsUntilNextLook({ log, checkpointed }: LogState): number {
    const grown = log < looks.log ? log : log - looks.log;
    const pagesACommit = Math.max(1, grown / looks.commitsSince);
    const room = Math.min(limits.threadFromPages - (log - checkpointed), limits.capPages - log);
    return Math.min(MAX_COMMITS_UNSEEN, Math.max(1, Math.floor(room / pagesACommit / 2)));
  }

  function keepShort(state: LogState): void {
    if (isThreadBusy) return;
    const { log } = state;
    if (log < limits.restartFromPages) tryAgainFromPages = 0;
    if (isTimeToRestart(state) && log >= tryAgainFromPages) {
      tryAgainFromPages = restartLog() ? 0 : log + limits.threadFromPages;
    } else if (isEnoughForThread(state)) askThread();
  }

  function isTimeToRestart({ log, checkpointed }: LogState): boolean {
    return log >= limits.capPages || (log >= limits.restartFromPages && log - checkpointed <= limits.littleToCopyPages);
  }

  /** A log that should begin anew is copied until little of it is left. */
  function isEnoughForThread({ log, checkpointed }: LogState): boolean {
    return log - checkpointed >= (log < limits.restartFromPages ? limits.threadFromPages : limits.littleToCopyPages);
  }

  function askThread(): void {
    if (hasThreadFailed) return;
    thread ??= startThread();
    isThreadBusy = true;
    thread.postMessage('checkpoint' satisfies ThreadMessage);
  }

  function startThread(): Worker {
    const worker = new Worker(threadModule(), { workerData: file });
    worker.unref();
    worker.on('message', () => {
      isThreadBusy = false;
      // Never is less left to copy than now.
      looks.nextAfter = 0;
    });
    // Without its thread the log is still bounded: by the cap.
    worker.once('error', () => {
      hasThreadFailed = true;
    });
    worker.once('exit', () => {
      thread = undefined;
      isThreadBusy = false;
    });
    return worker;
  }
}

/** Answers whether the log begins anew. Readers in other processes are not waited for: nobody's commit should be. */
function withoutWaiting(connection: Database): () => boolean {
  const restart = connection.prepare<[], { readonly busy: number }>('PRAGMA wal_checkpoint(RESTART)');
  return () => {
    const timeoutMs = connection.pragma('busy_timeout', { simple: true });
    connection.pragma('busy_timeout = 0');
    try {
      return restart.get()?.busy === 0;
    } finally {
      connection.pragma(`busy_timeout = ${timeoutMs}`);
    }
  };
}

/** Beside this module, as TypeScript in the checkout and bundled in dist/. */
function threadModule(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./checkpointer-thread.${extension}`, import.meta.url);
}
