/** Marks that join or vary what stands before them: nothing is drawn for them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** As wide as half a column of the sheet, in narrow characters; the widest are twice as wide. */
const MAX_WIDTH = 40;
const MAYBE_TOO_WIDE = new RegExp(`\\S{${MAX_WIDTH / 2 + 1},}`, 'gu');
const WIDE = /[\p{Lu}\p{Lo}\p{Emoji_Presentation}@%mw—]/u;
const LETTER = /^\p{L}/u;
const PLACE_TO_BREAK = '\u200B';

const characters = new Intl.Segmenter();

/**
 * Text that can be set with the fonts at hand: a character that none of them has is written as its code point (`‹U+738B›`), for a
 * PDF/UA document may hold no missing glyph and a legal one may lose no letter; and a run too long for a line gets places to break.
 */
export function setableText(text: string, covers: (codePoint: number) => boolean): string {
  const shown = Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const isFine = character === '\n' || covers(codePoint) || INVISIBLE.test(character);
    return isFine ? character : `‹U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}›`;
  }).join('');
  return shown.replace(MAYBE_TOO_WIDE, breakable);
}

/** What has no place to break is set over the edge of the sheet. Typst breaks after a stroke, as addresses have them, by itself. */
function breakable(run: string): string {
  let width = 0;
  let before = '';
  return Array.from(characters.segment(run), ({ segment: character }) => {
    if (before === '/' && LETTER.test(character)) width = 0;
    before = character;
    const own = WIDE.test(character) ? 2 : 1;
    width += own;
    if (width <= MAX_WIDTH) return character;
    width = own;
    return PLACE_TO_BREAK + character;
  }).join('');
}
