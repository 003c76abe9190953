import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/domain/time/calendar-schema.ts';
import type { Basis } from '../../../src/domain/time/count-start.ts';
import { computeDeadline } from '../../../src/domain/time/deadline.ts';
import type { DeadlineRule } from '../../../src/domain/time/deadline-schema.ts';
import { explainDeadline } from '../../../src/domain/time/explain-deadline.ts';
import { dateInWords, dueInWords, timeInWords } from '../../../src/domain/time/legal-date-words.ts';
import { britishColumbia, england, responseWindow, shippedCalendar } from './calendars.ts';

function explained(
  rule: Partial<DeadlineRule>,
  basis: Basis,
  calendar: Calendar,
  language: string,
  extraDays = 0,
): string {
  const whole = { ...responseWindow, ...rule } as DeadlineRule;
  return explainDeadline(
    computeDeadline({ rule: whole, count: whole.count, basis, calendar, extraDays }),
    whole,
    language,
  );
}
const bare = { why: {} };
const hours = { count: 48, unit: 'hours', roll: 'none', ...bare } as const;

describe('what a respondent reads', () => {
  it('says when the time ends and how it was counted', () => {
    expect(explained({}, { date: '2026-03-02' }, britishColumbia, 'en')).toBe(
      'You have 14 days from the day you were served. Counting 14 days from Monday 2 March 2026 (that day is not counted), ' +
        'the last day is Monday 16 March 2026, 11:59 p.m. Pacific time.',
    );
    expect(explained({}, { date: '2026-03-02' }, britishColumbia, 'fr')).toBe(
      'Vous avez 14 jours à partir du jour où l’avis vous a été remis. En comptant 14 jours à partir du lundi 2 mars 2026 ' +
        '(ce jour n’est pas compté), le dernier jour est le lundi 16 mars 2026 à 23 h 59, heure du Pacifique.',
    );
  });

  it('says which holiday gave another day', () => {
    expect(explained(bare, { date: '2026-02-02' }, britishColumbia, 'en')).toBe(
      'Counting 14 days from Monday 2 February 2026 (that day is not counted) gives Monday 16 February 2026. ' +
        'That day is a holiday (Family Day). So the last day is Tuesday 17 February 2026, 11:59 p.m. Pacific time.',
    );
    expect(explained(bare, { date: '2026-03-20' }, britishColumbia, 'fr')).toBe(
      'En comptant 14 jours à partir du vendredi 20 mars 2026 (ce jour n’est pas compté), on arrive au vendredi 3 avril 2026. ' +
        'Ce jour est férié (Vendredi saint). Le bureau est aussi fermé le lundi 6 avril 2026 (Lundi de Pâques). ' +
        'Le dernier jour est donc le mardi 7 avril 2026 à 23 h 59, heure du Pacifique.',
    );
  });

  it('says that a weekend or a day in lieu gave another day', () => {
    expect(explained(bare, { date: '2026-03-07' }, britishColumbia, 'en')).toContain(
      'gives Saturday 21 March 2026. That is not a working day. So the last day is Monday 23 March 2026',
    );
    expect(explained(bare, { date: '2026-12-14' }, britishColumbia, 'en')).toContain(
      'gives Monday 28 December 2026. The office is closed that day (Boxing Day, day in lieu). So',
    );
    expect(explained(bare, { date: '2026-12-14' }, britishColumbia, 'fr')).toContain(
      '(Lendemain de Noël, jour de remplacement)',
    );
  });

  it('does not call a Saturday a holiday because the Monday after it is one', () => {
    expect(explained(bare, { date: '2026-03-21' }, britishColumbia, 'en')).toContain(
      'gives Saturday 4 April 2026. That is not a working day. The office is also closed on Monday 6 April 2026 (Easter Monday). ' +
        'So the last day is Tuesday 7 April 2026',
    );
    const back = { ...bare, roll: 'previous-working-day' } as const;
    expect(explained(back, { date: '2026-03-22' }, britishColumbia, 'en')).toContain(
      'gives Sunday 5 April 2026. That is not a working day. The office is also closed on Friday 3 April 2026 (Good Friday). ' +
        'So the last day is Thursday 2 April 2026',
    );
  });

  it('says which holidays a count of working days left out', () => {
    const text = explained({ ...bare, count: 5, unit: 'workingDays' }, { date: '2026-03-30' }, britishColumbia, 'en');
    expect(text).toBe(
      'Counting 5 working days from Monday 30 March 2026 (that day is not counted), the last day is Wednesday 8 April 2026, ' +
        '11:59 p.m. Pacific time. Besides weekends, these are not counted: Friday 3 April 2026 (Good Friday) and ' +
        'Monday 6 April 2026 (Easter Monday).',
    );
  });

  it('says that what came after 16:00, or on a Saturday, counts from Monday', () => {
    expect(explained(bare, { instant: '2026-03-06T20:00:00Z' }, england, 'en')).toBe(
      'It happened on Friday 6 March 2026, after 4:00 p.m., so it counts from the next working day. Counting 14 days from ' +
        'Monday 9 March 2026 (that day is not counted), the last day is Monday 23 March 2026, 11:59 p.m. UK time.',
    );
    expect(explained(bare, { instant: '2026-03-07T09:00:00Z' }, england, 'fr')).toMatch(
      /^C’est arrivé le samedi 7 mars 2026, qui n’est pas un jour ouvrable, .* à 23 h 59, heure du Royaume-Uni\.$/,
    );
  });

  it('says when the first day is day 1, when time was added, and when holidays are not confirmed yet', () => {
    expect(explained({ ...bare, skipFirst: false }, { date: '2026-03-02' }, britishColumbia, 'en')).toContain(
      '(that day is day 1)',
    );
    expect(explained(bare, { date: '2026-03-02' }, britishColumbia, 'fr', 4)).toContain(
      'Cela comprend un délai supplémentaire de 4 jours.',
    );
    expect(explained(bare, { date: '2031-03-03' }, britishColumbia, 'en')).toMatch(
      /The holidays of 2031 are not confirmed yet, so this day may still change\.$/,
    );
  });

  it('counts one of a thing as one', () => {
    const one = (unit: DeadlineRule['unit'], language: string) =>
      explained({ ...bare, count: 1, unit }, { date: '2026-06-01' }, britishColumbia, language);
    expect(one('days', 'en')).toContain('Counting 1 day from');
    expect(one('months', 'fr')).toContain('En comptant 1 mois');
    expect(one('workingDays', 'fr')).toContain('En comptant 1 jour ouvrable à');
  });

  it('names the day alone when nothing is counted', () => {
    expect(explained({ ...bare, count: 0 }, { date: '2026-06-01' }, britishColumbia, 'en')).toBe(
      'The last day is Monday 1 June 2026, 11:59 p.m. Pacific time.',
    );
    expect(explained({ ...bare, count: 0 }, { date: '2026-07-01' }, britishColumbia, 'en')).toBe(
      'The day is Wednesday 1 July 2026. That day is a holiday (Canada Day). So the last day is Thursday 2 July 2026, 11:59 p.m. Pacific time.',
    );
  });

  it('gives hours from the minute, or from the edge of a day', () => {
    expect(explained(hours, { instant: '2026-06-01T16:15:00Z' }, britishColumbia, 'en')).toBe(
      'Counting 48 hours from Monday 1 June 2026, 9:15 a.m., the time ends on Wednesday 3 June 2026, 9:15 a.m. Pacific time. ' +
        'Nights, weekends and holidays count.',
    );
    expect(explained(hours, { instant: '2026-06-01T16:15:00Z' }, britishColumbia, 'fr', 1)).toContain(
      'à partir du lundi 1er juin 2026 à 9 h 15, le délai se termine le jeudi 4 juin 2026 à 9 h 15, heure du Pacifique.',
    );
    expect(explained(hours, { date: '2026-06-01' }, britishColumbia, 'en')).toContain(
      'from the end of Monday 1 June 2026',
    );
    expect(explained({ ...hours, skipFirst: false }, { date: '2026-06-01' }, britishColumbia, 'en')).toContain(
      'from the start of Monday 1 June 2026',
    );
  });

  it('uses the rule’s own words in the language asked for, and English for the rest', () => {
    const why = { en: '{count} days.', it: 'Hai {count} giorni; {altro} resta.' };
    expect(explained({ why }, { date: '2026-03-02' }, britishColumbia, 'it')).toMatch(
      /^Hai 14 giorni; \{altro\} resta\. Counting/,
    );
    expect(explained({ why: { it: 'Solo italiano.' } }, { date: '2026-03-02' }, britishColumbia, 'fr')).toMatch(
      /^Solo italiano\. En/,
    );
    expect(explained({ why: { fr: 'En bref.' } }, { date: '2026-03-02' }, britishColumbia, 'fr-CA')).toMatch(
      /^En bref\. En/,
    );
  });

  it('names a holiday in whatever language its calendar has', () => {
    const town: Calendar = {
      ...britishColumbia,
      closures: [{ rule: 'dates', dates: ['2026-03-16'], name: { it: 'Patrono' } }],
    };
    expect(explained(bare, { date: '2026-03-02' }, town, 'en')).toContain('closed that day (Patrono)');
  });
});

describe('dates and times in words', () => {
  it('gives the first of a month its ordinal in French', () => {
    expect(dateInWords('2026-08-01', 'fr')).toBe('samedi 1er août 2026');
    expect(dateInWords('2026-08-01', 'en')).toBe('Saturday 1 August 2026');
    expect(dateInWords('2026-11-11', 'fr')).toBe('mercredi 11 novembre 2026');
  });

  it('leaves no doubt about noon and midnight', () => {
    const times = ['00:00', '00:05', '09:30', '12:00', '12:01', '16:00', '23:59'];
    expect(times.map((time) => timeInWords(time, 'en'))).toEqual([
      'midnight, as the day begins,',
      '12:05 a.m.',
      '9:30 a.m.',
      '12 noon',
      '12:01 p.m.',
      '4:00 p.m.',
      '11:59 p.m.',
    ]);
    expect(times.map((time) => timeInWords(time, 'fr'))).toEqual([
      'minuit (au début du jour)',
      '0 h 05',
      '9 h 30',
      'midi',
      '12 h 01',
      '16 h',
      '23 h 59',
    ]);
  });

  it('names each tribunal’s zone as its people do, whatever other places do with their clocks', () => {
    const inWinter = (id: string, language: 'en' | 'fr') =>
      dueInWords({ dueAt: '2026-12-24T23:30:00Z', zone: shippedCalendar(id).zone }, language);
    expect(inWinter('ca-bc', 'en')).toBe('Thursday 24 December 2026, 4:30 p.m. Pacific time');
    expect(inWinter('ca-bc', 'fr')).toBe('jeudi 24 décembre 2026 à 16 h 30, heure du Pacifique');
    expect(inWinter('ca-on', 'fr')).toBe('jeudi 24 décembre 2026 à 18 h 30, heure de l’Est');
    expect(inWinter('ca-nl', 'en')).toBe('Thursday 24 December 2026, 8:00 p.m. Newfoundland time');
    expect(inWinter('it', 'fr')).toBe('vendredi 25 décembre 2026 à 0 h 30, heure de l’Europe centrale');
    expect(inWinter('nz', 'en')).toBe('Friday 25 December 2026, 12:30 p.m. New Zealand time');
    expect(dueInWords({ dueAt: '2026-12-24T23:30:00Z', zone: 'Europe/Dublin' }, 'fr')).toBe(
      'jeudi 24 décembre 2026 à 23 h 30, heure locale, Irlande',
    );
    const universal = { dueAt: '2026-12-24T23:30:59Z', zone: 'UTC' };
    expect(dueInWords(universal, 'en')).toBe('Thursday 24 December 2026, 11:30 p.m. UTC');
    expect(dueInWords(universal, 'fr')).toBe('jeudi 24 décembre 2026 à 23 h 30, UTC');
  });
});
