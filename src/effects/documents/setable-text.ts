/** Marks that join or vary what stands before them: nothing is drawn for them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const MAX_UNBROKEN = 60;
const UNBROKEN = new RegExp(`[^\\s-]{${MAX_UNBROKEN}}(?=[^\\s-])`, 'gu');

/**
 * Text that can be set with the fonts at hand: a character that none of them has is written as its code point (`‹U+738B›`), for a
 * PDF/UA document may hold no missing glyph and a legal one may lose no letter; and a run without a break gets places to break.
 */
export function setableText(text: string, covers: (codePoint: number) => boolean): string {
  const shown = Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const isFine = character === '\n' || covers(codePoint) || INVISIBLE.test(character);
    return isFine ? character : `‹U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}›`;
  }).join('');
  return shown.replace(UNBROKEN, '$&\u200B');
}
