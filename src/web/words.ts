import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import type { PageLanguage } from './preferred-language.ts';

/** The texts of the pages in one language. */
export type Words = typeof en;

const CATALOGUES: { readonly [L in PageLanguage]: Words } = { en, fr };

export function wordsFor(language: string): Words {
  return language === 'fr' ? CATALOGUES.fr : CATALOGUES.en;
}

/**
 * A text with its blanks filled. What ends with a full stop, as `Otters Ltd.`, needs no second one at the end of a sentence.
 *
 * @example fill('It is now {now}.', { now: 'noon' }) // 'It is now noon.'
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}(\.?)/g, (blank, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return blank;
    return String(value).endsWith('.') ? String(value) : `${value}${stop}`;
  });
}
