import { dueInWords } from '../../domain/time/legal-date-words.ts';
import type { Words } from '../words.ts';

/** A moment with weekday, time and the zone's name, in the language of the page. */
export function momentInWords(dueAt: string, zone: string, { lang }: Words): string {
  return dueInWords({ dueAt, zone }, lang === 'fr' ? 'fr' : 'en');
}
