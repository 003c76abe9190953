/** Controls but tab and line feed, lone surrogates, byte-order marks, and the marks that reverse what stands around them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/**
 * Text that someone wrote, made fit for a page: line breaks as `\n`, tabs as spaces, and nothing that a reader could not see or a
 * page could not show. The letters of every script pass as they are.
 */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, (mark) => (mark === '\n' ? mark : mark === '\t' ? ' ' : ''));
}
