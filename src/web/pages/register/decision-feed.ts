import type { RegisterSearch } from '../../../app/ports/register-search.ts';
import type { Words } from '../../words.ts';
import { type AtomEntry, atomFeed } from './atom-feed.ts';
import { feedPath, searchQuery } from './feed-path.ts';
import { factsOf, type RegisterEntry } from './register-page.tsx';
import { standingInWords } from './standing-tag.tsx';

/** What the page of the register shows for the same search, for programs that look for what is new. */
export function decisionFeed(
  words: Words,
  { origin, tribunal }: { readonly origin: string; readonly tribunal: string },
  search: RegisterSearch,
  entries: readonly RegisterEntry[],
): string {
  return atomFeed({
    language: words.lang,
    title: `${words.register.title} – ${tribunal}`,
    author: tribunal,
    self: `${origin}${feedPath(search, words.lang)}`,
    page: `${origin}/register?${searchQuery(search, words.lang)}`,
    entries: entries.map((entry) => feedEntry(words, origin, entry)),
  });
}

function feedEntry(words: Words, origin: string, entry: RegisterEntry): AtomEntry {
  const { decision, zone } = entry;
  const ended = decision.standing === 'in-force' ? [] : [standingInWords(words, zone, decision)];
  return {
    title: decision.title,
    page: `${origin}/register/${encodeURIComponent(decision.id)}`,
    publishedAt: decision.publishedAt,
    changedAt: [decision.publishedAt, decision.standingAt ?? ''].toSorted().at(-1) ?? '',
    summary: [factsOf(words, entry), ...ended].join(' · '),
  };
}
