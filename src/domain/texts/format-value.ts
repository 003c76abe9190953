import { isSupportedDate } from '../time/calendar-day.ts';
import { dateInWords } from '../time/legal-date-words.ts';

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

/** A local date with its weekday, as pages and deadlines say it: `Tuesday 17 March 2026`, `dimanche 1er mars 2026`. */
export function formatDate(date: string, language: string): string {
  const base = language.slice(0, 2);
  if (base === 'en' || base === 'fr') return isSupportedDate(date) ? dateInWords(date, base) : date;
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  const known = dateFormats.get(language);
  const format = known ?? new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  if (!known) dateFormats.set(language, format);
  return format.format(time);
}

/** English and French are Canada's here, unless a region is given. */
function regional(language: string): string {
  return language === 'en' || language === 'fr' ? `${language}-CA` : language;
}
