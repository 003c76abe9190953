/**
 * A currency's sign, on the side of the amount where the language puts it.
 *
 * @example currencySign('CAD', 'fr') // { suffix: '$' }
 */
export function currencySign(
  currency: string,
  language: string,
): { readonly prefix: string } | { readonly suffix: string } {
  const format = new Intl.NumberFormat(`${language}-CA`, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const parts = format.formatToParts(1);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return parts[0]?.type === 'currency' ? { prefix: sign } : { suffix: sign };
}
