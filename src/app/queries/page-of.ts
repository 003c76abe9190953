import type { Page, PageRequest } from '../ports/page.ts';
import { UnknownCursor } from '../ports/unknown-cursor.ts';

/** A page of rows that are all at hand; the cursor is the last one shown, by what tells it from all others. */
export function pageOf<T>(rows: readonly T[], { limit, cursor }: PageRequest, idOf: (row: T) => string): Page<T> {
  const start = cursor === undefined ? 0 : rows.findIndex((row) => idOf(row) === cursor) + 1;
  if (cursor !== undefined && start === 0) throw new UnknownCursor();
  const items = rows.slice(start, start + limit);
  const last = items.at(-1);
  const isLast = start + limit >= rows.length || last === undefined;
  return { items, next: isLast ? null : idOf(last) };
}
