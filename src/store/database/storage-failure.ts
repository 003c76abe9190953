import { StorageUnavailable } from '../../app/ports/registry.ts';

/** SQLite's result codes that speak of the disk or the file, not of the statement. Extended codes begin with them. */
const STORAGE_CODES = [
  'FULL',
  'IOERR',
  'NOMEM',
  'CORRUPT',
  'READONLY',
  'CANTOPEN',
  'NOTADB',
  'BUSY',
  'LOCKED',
  'PROTOCOL',
];

/** Whether an error says that the database cannot be written or read, rather than that a statement was wrong. */
export function isStorageFailure(error: unknown): boolean {
  if (error instanceof StorageUnavailable) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return STORAGE_CODES.some((name) => code === `SQLITE_${name}` || code.startsWith(`SQLITE_${name}_`));
}

/** The port's error for it, with SQLite's own as its cause. */
export function storageUnavailable(cause: unknown): StorageUnavailable {
  if (cause instanceof StorageUnavailable) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StorageUnavailable(`The database cannot be used (${reason}); nothing of this was kept. Check the disk.`, {
    cause,
  });
}
