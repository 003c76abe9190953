import type { Money } from './document-model.ts';

const LOCALES = { en: 'en-CA', fr: 'fr-CA' } as const;

/**
 * An amount as people write it, with its sign.
 *
 * @example formatMoney({ cents: 125000, currency: 'CAD' }, 'fr') // '1 250,00 $', with spaces that do not break
 */
export function formatMoney({ cents, currency }: Money, language: keyof typeof LOCALES): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(cents / 100);
}
