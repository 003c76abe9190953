import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { ThreadMessage } from './checkpointer.ts';
import { isStorageFailure } from './storage-failure.ts';

/** Copies the write-ahead log into the database file when asked, on a thread of its own, while the registry goes on. */
const connection = new Database(workerData as string, { fileMustExist: true });
connection.pragma('busy_timeout = 0');
connection.pragma('synchronous = FULL');
const checkpoint = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)');

parentPort?.on('message', (message: ThreadMessage) => {
  if (message === 'checkpoint') {
    copyLog();
    parentPort?.postMessage('done');
    return;
  }
  connection.close();
  parentPort?.close();
});

/** Whatever hinders it (a full disk, another checkpoint) is tried again when the log has grown. */
function copyLog(): void {
  try {
    checkpoint.get();
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
  }
}
