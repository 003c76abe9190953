import { dateInWords, dueInWords, timeInWords } from '../../domain/time/legal-date-words.ts';
import { localDateAt, localTimeAt } from '../../domain/time/local-time.ts';
import type { Words } from '../words.ts';

/** A moment with weekday, time and the zone's name, in the language of the page. */
export function momentInWords(instant: string, zone: string, { lang }: Pick<Words, 'lang'>): string {
  return unbroken(dueInWords({ dueAt: instant, zone }, lang === 'fr' ? 'fr' : 'en'));
}

/** A time is read in one go: “23 h 59” and “11:59 p.m.” stay on one line. */
function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=h\b|[ap]\.m\.)|(?<=\d h) (?=\d)/g, '\u00a0');
}

/** A local date with its weekday. */
export function dayInWords(date: string, { lang }: Pick<Words, 'lang'>): string {
  return dateInWords(date, lang === 'fr' ? 'fr' : 'en');
}

/** The local date of a moment. */
export function dayOfMoment(instant: string, zone: string, words: Pick<Words, 'lang'>): string {
  return dayInWords(localDateAt(instant, zone), words);
}

/** A moment as it stands in a line of many: day and time, without weekday and zone. Midnight says nothing beside its day. */
export function shortMoment(instant: string, zone: string, { lang }: Pick<Words, 'lang'>): string {
  const language = lang === 'fr' ? 'fr' : 'en';
  const { date: day, time } = localTimeAt(instant, zone);
  const [, ...date] = dateInWords(day, language).split(' ');
  return time === '00:00' ? date.join(' ') : unbroken(`${date.join(' ')}, ${timeInWords(time, language)}`);
}
