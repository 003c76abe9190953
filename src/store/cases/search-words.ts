const MAX_WORDS = 12;
const MAX_WORD_LENGTH = 64;
/** One letter alone begins nearly every name: as a beginning it would match the whole registry. */
const MIN_BEGINNING_LENGTH = 2;

/**
 * What a person typed, as an FTS5 query: rows that have every word, or a word that begins so. Each word is
 * quoted, so that none of FTS5's own syntax is left; undefined when there is no word.
 *
 * @example searchWords('ada "lo') // '"ada"* """lo"*'
 */
export function searchWords(typed: string | undefined): string | undefined {
  const words = (typed ?? '').split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return words.slice(0, MAX_WORDS).map(quote).join(' ');
}

function quote(word: string): string {
  const quoted = `"${word.slice(0, MAX_WORD_LENGTH).replaceAll('"', '""')}"`;
  return word.length < MIN_BEGINNING_LENGTH ? quoted : `${quoted}*`;
}
