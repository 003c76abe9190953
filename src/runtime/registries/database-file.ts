import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Gives a database that was made aside its name, durably: before that it is nothing, after that it is whole. */
export function putInPlace(unfinished: string, place: string): void {
  flush(unfinished);
  renameSync(unfinished, place);
  flush(dirname(place));
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** A database is up to four files. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
}
