import type { SqlValue } from './registry-database.ts';

/** A Durable Object takes rows of up to 2 MB. */
const MAX_ROW_BYTES = 1_900_000;
/** A character is three bytes of UTF-8 at most (four for a pair of two). */
const MAX_BYTES_A_CHARACTER = 3;

/** Throws for a row that one of the runtimes could not keep: the domain refuses what would grow so large before. */
export function assertFitsRow(row: readonly SqlValue[]): void {
  let atMost = 0;
  for (const value of row) {
    if (typeof value === 'string') atMost += value.length * MAX_BYTES_A_CHARACTER;
    else if (value instanceof Uint8Array) atMost += value.length;
  }
  if (atMost > MAX_ROW_BYTES) assertBytesFit(row);
}

function assertBytesFit(row: readonly SqlValue[]): void {
  const bytes = row.reduce((sum: number, value) => sum + bytesOf(value), 0);
  if (bytes > MAX_ROW_BYTES) throw new Error(`A row of ${bytes} bytes; limit what is asked for in forms and uploads`);
}

function bytesOf(value: SqlValue): number {
  if (value instanceof Uint8Array) return value.length;
  return typeof value === 'string' ? new TextEncoder().encode(value).length : 0;
}
