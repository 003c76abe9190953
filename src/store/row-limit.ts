/** A Durable Object takes rows of up to 2 MB. */
const MAX_ROW_BYTES = 1_900_000;
/** A character is three bytes of UTF-8 at most (four for a pair of two). */
const MAX_BYTES_A_CHARACTER = 3;

/** Throws for a row that one of the runtimes could not keep: the domain refuses what would grow so large before. */
export function assertFitsRow(row: Readonly<Record<string, unknown>>): void {
  let characters = 0;
  for (const name in row) {
    const value = row[name];
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) characters += MAX_ROW_BYTES;
  }
  if (characters * MAX_BYTES_A_CHARACTER > MAX_ROW_BYTES) assertBytesFit(row);
}

function assertBytesFit(row: Readonly<Record<string, unknown>>): void {
  const bytes = new TextEncoder().encode(Object.values(row).map(asText).join('')).length;
  if (bytes > MAX_ROW_BYTES) throw new Error(`A row of ${bytes} bytes; limit what is asked for in forms and uploads`);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
