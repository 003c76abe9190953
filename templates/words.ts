import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import it from './locales/it.json' with { type: 'json' };

/** The templates' own words in one language. */
export type Words = typeof en;

const CATALOGUES: Readonly<Record<string, Words>> = { en, fr, it };

/** The words in a language (`fr`, `fr-CA`), or in English when there is no catalogue for it. */
export function wordsFor(language: string): Words {
  return CATALOGUES[language.slice(0, 2).toLowerCase()] ?? en;
}

/** Puts values into one catalogue sentence. The values are text and are not read again. */
export function say(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}
