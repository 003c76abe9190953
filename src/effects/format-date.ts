/**
 * A plain date (`2026-03-16`) as it stands in a document: `Monday 16 March 2026`, `lundi 16 mars 2026`, `dimanche 1er mars 2026`.
 *
 * @throws when there is no such day.
 */
export function formatDate(date: string, language: 'en' | 'fr'): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) {
    throw new Error(`"${date}" is no date; dates in documents are written like 2026-03-16`);
  }
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  return format
    .format(day)
    .replace(',', '')
    .replace(/(?<=^\p{L}+ )1(?= \p{L})/u, language === 'fr' ? '1er' : '1');
}
