const MAX_ROWS_IN_PAGE = 100;

/** How many rows a page may have: what was asked for, within 1 to 100. */
export function pageLimit(asked: number): number {
  return Math.min(Math.max(Math.trunc(asked) || 1, 1), MAX_ROWS_IN_PAGE);
}
