/** A Durable Object takes rows of up to 2 MB. */
const MAX_ROW_BYTES = 1_900_000;
/** A character is three bytes of UTF-8 at most (four for a pair of two). */
const MAX_BYTES_A_CHARACTER = 3;

/** Throws for a row that one of the runtimes could not keep: the domain refuses what would grow so large before. */
export function assertFitsRow(row: Readonly<Record<string, unknown>>): void {
  let atMost = 0;
  for (const name in row) atMost += mostBytesOf(row[name]);
  if (atMost > MAX_ROW_BYTES) assertBytesFit(row);
}

function mostBytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length * MAX_BYTES_A_CHARACTER;
  if (value instanceof Uint8Array) return value.length;
  return typeof value === 'object' && value !== null ? MAX_ROW_BYTES : 0;
}

function assertBytesFit(row: Readonly<Record<string, unknown>>): void {
  const bytes = Object.values(row).reduce((sum: number, value) => sum + bytesOf(value), 0);
  if (bytes > MAX_ROW_BYTES) throw new Error(`A row of ${bytes} bytes; limit what is asked for in forms and uploads`);
}

function bytesOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).length;
}
