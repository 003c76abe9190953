const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_.-]{1,200})\s*\}\}/g;

const FILLED = new RegExp(`${PLACEHOLDER.source}(\\.?)`, 'g');

/**
 * Fills each `{{name}}` of a text. There is no logic in it, and what is filled in is not read again. What ends with a full
 * stop, as `Otters Ltd.`, needs no second one at the end of a sentence.
 */
export function fillPlaceholders(text: string, wordFor: (name: string) => string): string {
  return text.replace(FILLED, (_, name: string, stop: string) => {
    const word = wordFor(name);
    return word.endsWith('.') ? word : word + stop;
  });
}

/** The names a text asks for. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string);
}
