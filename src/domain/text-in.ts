import type { Text } from './definition/text-schema.ts';

/** The text in a language, or in the first that the definition gives. */
export function textIn(text: Text | undefined, language: string): string {
  return text?.[language] ?? Object.values(text ?? {})[0] ?? '';
}
