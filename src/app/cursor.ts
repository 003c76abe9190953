import { UnknownCursor } from './ports/unknown-cursor.ts';

/** Marks where a list goes on: values of the last row shown, nothing that its reader has not seen. */
export function writeCursor(...values: readonly string[]): string {
  return btoa(JSON.stringify(values)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The values of a cursor; undefined without one, where a list begins.
 *
 * @throws UnknownCursor for one that we did not write
 */
export function readCursor(cursor: string | undefined, count: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  const values = valuesIn(cursor);
  if (!isTexts(values) || values.length !== count) throw new UnknownCursor();
  return values;
}

const LONGEST_CURSOR = 512;

function valuesIn(cursor: string): unknown {
  if (cursor.length > LONGEST_CURSOR) return undefined;
  try {
    return JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

function isTexts(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}
