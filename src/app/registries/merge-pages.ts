import { readCursor, writeCursor } from '../cursor.ts';
import type { Page } from '../ports/page.ts';

/** Where an item stands in a list: the instant it is sorted by, then its id. */
export type Position = readonly [at: string, id: string];

type Order = (one: Position, other: Position) => number;

/**
 * One page out of a page of each registry. Their cursors are positions, the same in all: after the last item shown each
 * goes on where it has not been. What lies past the first cursor is left for the next page, for the registry that gave it
 * may have something to show before it.
 */
export function mergePages<T>(
  limit: number,
  pages: readonly Page<T>[],
  positionOf: (item: T) => Position,
  inOrder: Order = newestFirst,
): Page<T> {
  const horizon = horizonOf(pages, inOrder);
  const items = pages
    .flatMap((page) => page.items)
    .filter((item) => horizon === undefined || inOrder(positionOf(item), horizon) <= 0)
    .toSorted((one, other) => inOrder(positionOf(one), positionOf(other)));
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const end = items.length > limit && last !== undefined ? positionOf(last) : horizon;
  return { items: shown, next: end ? writeCursor(...end) : null };
}

/** The first place at which a registry stopped although there is more. */
function horizonOf(pages: readonly Page<unknown>[], inOrder: Order): Position | undefined {
  return pages
    .flatMap(({ next }) => (next === null ? [] : [readCursor(next, 2) as Position | undefined]))
    .filter((position) => position !== undefined)
    .toSorted(inOrder)[0];
}

/** As the registries sort: by the bytes of instant and id. */
function newestFirst(one: Position, other: Position): number {
  for (const part of [0, 1] as const) {
    if (one[part] !== other[part]) return one[part] > other[part] ? -1 : 1;
  }
  return 0;
}

export function oldestFirst(one: Position, other: Position): number {
  return newestFirst(other, one);
}
