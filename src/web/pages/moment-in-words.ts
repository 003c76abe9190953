import { dateInWords, dueInWords } from '../../domain/time/legal-date-words.ts';
import type { Words } from '../words.ts';

/** A moment with weekday, time and the zone's name, in the language of the page. */
export function momentInWords(instant: string, zone: string, { lang }: Pick<Words, 'lang'>): string {
  return dueInWords({ dueAt: instant, zone }, lang === 'fr' ? 'fr' : 'en');
}

/** A local date with its weekday. */
export function dayInWords(date: string, { lang }: Pick<Words, 'lang'>): string {
  return dateInWords(date, lang === 'fr' ? 'fr' : 'en');
}

/** The local date of a moment. */
export function dayOfMoment(instant: string, zone: string, words: Pick<Words, 'lang'>): string {
  return dayInWords(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString(), words);
}
