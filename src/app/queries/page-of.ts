import type { Page, PageRequest } from '../ports/page.ts';
import { UnknownCursor } from '../ports/unknown-cursor.ts';

/** A page of rows that are all at hand; the cursor is the id of the last one shown. */
export function pageOf<T extends { readonly id: string }>(rows: readonly T[], { limit, cursor }: PageRequest): Page<T> {
  const start = cursor === undefined ? 0 : rows.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && start === 0) throw new UnknownCursor();
  const items = rows.slice(start, start + limit);
  const isLast = start + limit >= rows.length;
  return { items, next: isLast ? null : (items.at(-1)?.id ?? null) };
}
