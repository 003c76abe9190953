/** `Jane Ann Smith` → `J.A.S.` */
export function initials(name: string): string {
  return words(name).map(initial).join('');
}

/**
 * The text with a person's name, and each longer word of it, replaced by initials. The whole name is found in any case;
 * a word of it as it is written or in capitals, for `Will` is a name and `will` is none. A short last name is one too.
 */
export function withInitials(text: string, name: string): string {
  const parts = words(name.normalize('NFC'));
  if (parts.length === 0) return text;
  const whole = text.normalize('NFC').replace(wholeWords(parts, 'giu'), parts.map(initial).join(''));
  return parts
    .filter((word, place) => word.length > 2 || place === parts.length - 1)
    .flatMap((word) => [word, word.toUpperCase()])
    .reduce((result, word) => result.replace(wholeWords([word], 'gu'), initial(word)), whole);
}

const SEPARATORS = '[\\s\\-–.,]+';

function words(name: string): string[] {
  return name.split(new RegExp(SEPARATORS, 'u')).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The first letter or digit: of `’t Hooft` it is the t. */
function initial(word: string): string {
  return `${/[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase()}.`;
}

/** Writing without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** These words one after another, and not inside longer ones. */
function wholeWords(parts: readonly string[], flags: string): RegExp {
  const literals = parts.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join(SEPARATORS);
  return new RegExp(UNSPACED.test(literals) ? literals : `(?<![\\p{L}\\p{N}])${literals}(?![\\p{L}\\p{N}])`, flags);
}
