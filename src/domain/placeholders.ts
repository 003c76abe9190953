const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_.-]{1,200})\s*\}\}/g;

/** Fills each `{{name}}` of a text. There is no logic in it, and what is filled in is not read again. */
export function fillPlaceholders(text: string, wordFor: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => wordFor(name));
}

/** The names a text asks for. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string);
}
