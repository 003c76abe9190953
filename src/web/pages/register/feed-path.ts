import type { RegisterSearch } from '../../../app/ports/register-search.ts';

export const FEED_PATH = '/register.atom';

/** Where the feed of a search is. It names its language: a program that follows it says nothing of its reader's. */
export function feedPath(search: RegisterSearch, language: string): string {
  return `${FEED_PATH}?${searchQuery(search, language)}`;
}

/** A search as an address says it. */
export function searchQuery(search: RegisterSearch, language: string): URLSearchParams {
  const asked = Object.entries(search).filter((one): one is [string, string] => Boolean(one[1]));
  return new URLSearchParams([...asked, ['lang', language]]);
}
