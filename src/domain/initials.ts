/** `Jane Ann Smith` → `J.A.S.` */
export function initials(name: string): string {
  return words(name)
    .map((word) => `${[...word][0]?.toUpperCase()}.`)
    .join('');
}

/** The text with a person's name, and each longer word of it, replaced by initials. */
export function withInitials(text: string, name: string): string {
  const whole = text.replaceAll(name, initials(name));
  return words(name)
    .filter((word) => word.length > 2)
    .reduce((result, word) => result.replace(wholeWord(word), initials(word)), whole);
}

function words(name: string): string[] {
  return name.split(/[\s\-–.,]+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
}

function wholeWord(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu');
}
