/**
 * Whether a text shows nothing: blanks, and what no font draws on its own, such as joiners, marks without a letter,
 * fillers and the blank of Braille.
 */
export function isUnseen(text: string): boolean {
  return UNSEEN.test(text);
}

const UNSEEN = /^[\s\p{Z}\p{M}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
