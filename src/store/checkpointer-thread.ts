import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** Moves what the write-ahead log holds into the database file, on a thread of its own, while the registry goes on. */
const { file, everyMs, fromBytes } = workerData as { file: string; everyMs: number; fromBytes: number };

const connection = new Database(file, { fileMustExist: true });
connection.pragma('busy_timeout = 0');
connection.pragma('synchronous = FULL');
const checkpoint = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)');

const timer = setInterval(() => {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log && log.size >= fromBytes) checkpoint.get();
}, everyMs);

parentPort?.once('message', () => {
  clearInterval(timer);
  connection.close();
  parentPort?.close();
});
