/** Marks where a list goes on: values of the last row shown, nothing that its reader has not seen. */
export function writeCursor(...values: readonly string[]): string {
  return btoa(JSON.stringify(values)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The values of a cursor, or undefined for one that we did not write: the list then begins anew. */
export function readCursor(cursor: string | undefined, count: number): readonly string[] | undefined {
  if (cursor === undefined || cursor.length > 512) return undefined;
  try {
    const values: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    return isTexts(values) && values.length === count ? values : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}
