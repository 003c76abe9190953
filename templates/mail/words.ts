import en from '../locales/en.json' with { type: 'json' };
import fr from '../locales/fr.json' with { type: 'json' };

const CATALOGUES = { en, fr };

/** The templates' own words in one language. */
export type Words = typeof en;

export function wordsFor(language: keyof typeof CATALOGUES): Words {
  return CATALOGUES[language];
}

/** Puts values into one catalogue sentence. The values are text and are not read again. */
export function say(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}
