const moneyFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Cents as people write an amount: `$1,250.00`, `1 250,00 $`. */
export function formatMoney(cents: number, currency: string, language: string): string {
  const key = `${language} ${currency}`;
  const known = moneyFormats.get(key);
  const format =
    known ??
    new Intl.NumberFormat(regional(language), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  if (!known) moneyFormats.set(key, format);
  return format.format(cents / 100);
}

/** A local date with its weekday: `Tuesday, March 17, 2026`, `mardi 17 mars 2026`, `dimanche 1er mars 2026`. */
export function formatDate(date: string, language: string): string {
  const known = dateFormats.get(language);
  const format = known ?? new Intl.DateTimeFormat(regional(language), { dateStyle: 'full', timeZone: 'UTC' });
  if (!known) dateFormats.set(language, format);
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  const text = format.format(time);
  // French counts the first of a month, and only that.
  return language.startsWith('fr') ? text.replace(/(?<!\d)1 /, '1er ') : text;
}

/** English and French are Canada's here, unless a region is given. */
function regional(language: string): string {
  return language === 'en' || language === 'fr' ? `${language}-CA` : language;
}
