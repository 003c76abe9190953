/** Controls, line and paragraph separators, and the marks that turn the reading direction of what follows. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/**
 * Makes text fit for one mail header: a single well-formed line, at most `maxLength` characters, in which nothing can start
 * another header or reverse what stands beside it. Text is never refused for this: a stray line break in a name must not keep
 * a legal notice from going out.
 */
export function headerText(text: string, maxLength: number): string {
  const line = text.toWellFormed().replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`;
}
