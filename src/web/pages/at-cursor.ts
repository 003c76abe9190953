import { UnknownCursor } from '../../app/ports/unknown-cursor.ts';

/** Nothing where the address holds a cursor that no list gave: it was cut, or made up. */
export async function atCursor<T>(list: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await list();
  } catch (error) {
    if (error instanceof UnknownCursor) return undefined;
    throw error;
  }
}
