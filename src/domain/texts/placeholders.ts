import { oncePer } from '../definition/once-per.ts';
import type { Text } from '../definition/text-schema.ts';

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_.-]{1,200})\s*\}\}/g;

const CUT = new RegExp(`${PLACEHOLDER.source}(\\.?)`);

/** What stands for a name, which is also given in its parts: `data.claim.amount`. */
type WordFor = (name: string, path: readonly string[]) => string;

/**
 * Fills each `{{name}}` of a text. There is no logic in it, and what is filled in is not read again. What ends with a full
 * stop, as `Otters Ltd.`, needs no second one at the end of a sentence.
 */
export function fillPlaceholders(text: string, wordFor: WordFor): string {
  return filled(cutAtPlaceholders(text), wordFor);
}

/** The same for a text of a definition, in a language or in the first that it gives: what is filled over and over is cut once. */
export function fillText(text: Text | undefined, language: string, wordFor: WordFor): string {
  if (!text) return '';
  const cut = cutTexts(text);
  const inLanguage = cut.get(language) ?? cut.values().next().value;
  return inLanguage ? filled(inLanguage, wordFor) : '';
}

/** The names a text asks for. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string);
}

interface CutText {
  readonly start: string;
  readonly gaps: readonly Gap[];
}

/** A placeholder, the full stop behind it if there is one, and the text up to the next. */
interface Gap {
  readonly name: string;
  readonly path: readonly string[];
  readonly stop: string;
  readonly after: string;
}

const cutTexts = oncePer(
  (text: Text) => new Map(Object.entries(text).map(([language, one]) => [language, cutAtPlaceholders(one)])),
);

function cutAtPlaceholders(text: string): CutText {
  const [start = '', ...rest] = text.split(CUT);
  const gaps: Gap[] = [];
  for (let at = 0; at < rest.length; at += 3) {
    const [name, stop, after] = rest.slice(at, at + 3) as [string, string, string];
    gaps.push({ name, path: name.split('.'), stop, after });
  }
  return { start, gaps };
}

function filled({ start, gaps }: CutText, wordFor: WordFor): string {
  let text = start;
  for (const { name, path, stop, after } of gaps) {
    const word = wordFor(name, path);
    text += word.endsWith('.') ? word : word + stop;
    text += after;
  }
  return text;
}
