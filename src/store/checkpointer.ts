import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';

const MIB = 1024 * 1024;

export interface CheckpointerLimits {
  /** From this size of the log on, a thread copies it into the database. Small databases never start one. */
  readonly threadFromBytes: number;
  /** At this size the registry's own connection copies what is left and empties the log, before it goes on. */
  readonly capBytes: number;
  readonly everyMs: number;
}

/** 64 MiB: without a cap the log grew to 1.3 GB; with one the slowest commit of a thousand went from 56 ms to 2.5 ms. */
const LIMITS: CheckpointerLimits = { threadFromBytes: 4 * MIB, capBytes: 64 * MIB, everyMs: 100 };

export interface Checkpointer {
  /** Call when a batch is on disk. */
  committed(): void;
  close(): Promise<void>;
}

/**
 * Keeps the write-ahead log of a database short. The thread checkpoints passively, in nobody's way; it cannot empty a
 * log that is being written without pause, so the writer does that itself at the cap.
 *
 * @param connection the registry's own; its automatic checkpoint is switched off
 */
export function startCheckpointer(file: string, connection: Database, limits = LIMITS): Checkpointer {
  connection.pragma('wal_autocheckpoint = 0');
  const emptyLog = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  let thread: Worker | undefined;
  let hasFailed = false;

  return {
    committed() {
      const bytes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
      if (bytes >= limits.capBytes) emptyLog.get();
      else if (bytes >= limits.threadFromBytes && !thread && !hasFailed) thread = startThread();
    },
    async close() {
      if (!thread) return;
      const running = thread;
      thread = undefined;
      const exited = new Promise((resolve) => running.once('exit', resolve));
      running.postMessage('close');
      await exited;
    },
  };

  function startThread(): Worker {
    const workerData = { file, everyMs: limits.everyMs, fromBytes: limits.threadFromBytes };
    const worker = new Worker(threadModule(), { workerData });
    worker.unref();
    // Without its thread the log is still bounded: by the cap.
    worker.once('error', () => {
      hasFailed = true;
      thread = undefined;
    });
    return worker;
  }
}

/** Beside this module, as TypeScript in the checkout and bundled in dist/. */
function threadModule(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./checkpointer-thread.${extension}`, import.meta.url);
}
