import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../src/domain/time/calendar-day.ts';
import type { Calendar } from '../../../src/domain/time/calendar-schema.ts';
import { easterSunday } from '../../../src/domain/time/easter-sunday.ts';
import { holidayOn, isWorkingDay } from '../../../src/domain/time/working-day.ts';
import { britishColumbia, england, shippedCalendar } from './calendars.ts';

/** The weekdays on which a calendar is closed in a year, `MM-DD`. */
function closedWeekdays(calendar: Calendar, year: number): string[] {
  const days: string[] = [];
  for (let date = `${year}-01-01`; date < `${year + 1}`; date = addDays(date, 1)) {
    const isWeekend = Temporal.PlainDate.from(date).dayOfWeek > 5;
    if (!isWeekend && !isWorkingDay(calendar, date)) days.push(date.slice(5));
  }
  return days;
}

describe('the calendars the project ships', () => {
  it.each(['ca-bc', 'ca-on', 'ca-nl', 'gb-eaw', 'it', 'nz'])(
    '%s names every holiday in English and French, with its source',
    (id) => {
      const calendar = shippedCalendar(id);
      for (const rule of [...calendar.holidays, ...calendar.closures]) {
        expect(rule.name).toMatchObject({ en: expect.stringMatching(/\S/), fr: expect.stringMatching(/\S/) });
        expect(rule.source).toMatch(/\S/);
      }
    },
  );

  it('closes British Columbia in 2026 on its eleven statutory holidays, Easter Monday and Boxing Day’s Monday', () => {
    expect(closedWeekdays(britishColumbia, 2026)).toEqual([
      '01-01',
      '02-16',
      '04-03',
      '04-06',
      '05-18',
      '07-01',
      '08-03',
      '09-07',
      '09-30',
      '10-12',
      '11-11',
      '12-25',
      '12-28',
    ]);
  });

  it('tells British Columbia’s statutory holidays from the days its offices merely close', () => {
    expect(holidayOn(britishColumbia, '2026-09-30')).toMatchObject({
      kind: 'holiday',
      name: { en: 'National Day for Truth and Reconciliation' },
    });
    expect(holidayOn(britishColumbia, '2026-04-06')).toMatchObject({ kind: 'closure', name: { en: 'Easter Monday' } });
    expect(holidayOn(britishColumbia, '2026-12-28')).toMatchObject({ kind: 'closure', substituteFor: '2026-12-26' });
    expect(holidayOn(britishColumbia, '2026-03-16')).toBeUndefined();
  });

  it('moves Canada Day by law when it is a Sunday, and closes offices on the Monday when it is a Saturday', () => {
    expect(holidayOn(britishColumbia, '2029-07-02')).toMatchObject({ kind: 'holiday', substituteFor: '2029-07-01' });
    expect(holidayOn(britishColumbia, '2028-07-03')).toMatchObject({ kind: 'closure', substituteFor: '2028-07-01' });
  });

  it('gives England and Wales the bank holidays the government published for 2024 to 2027', () => {
    expect(closedWeekdays(england, 2024)).toEqual([
      '01-01',
      '03-29',
      '04-01',
      '05-06',
      '05-27',
      '08-26',
      '12-25',
      '12-26',
    ]);
    expect(closedWeekdays(england, 2025)).toEqual([
      '01-01',
      '04-18',
      '04-21',
      '05-05',
      '05-26',
      '08-25',
      '12-25',
      '12-26',
    ]);
    expect(closedWeekdays(england, 2026)).toEqual([
      '01-01',
      '04-03',
      '04-06',
      '05-04',
      '05-25',
      '08-31',
      '12-25',
      '12-28',
    ]);
    expect(closedWeekdays(england, 2027)).toEqual([
      '01-01',
      '03-26',
      '03-29',
      '05-03',
      '05-31',
      '08-30',
      '12-27',
      '12-28',
    ]);
  });

  it('takes Christmas Day’s substitute after Boxing Day when Christmas Day is a Sunday', () => {
    expect(holidayOn(england, '2022-12-26')?.name.en).toBe('Boxing Day');
    expect(holidayOn(england, '2022-12-27')).toMatchObject({
      name: { en: 'Christmas Day' },
      substituteFor: '2022-12-25',
    });
    expect(holidayOn(britishColumbia, '2033-12-27')).toMatchObject({ kind: 'closure', substituteFor: '2033-12-25' });
  });

  it('keeps Ontario’s court holidays: the Monday after a Friday Christmas, but not 30 September', () => {
    const ontario = shippedCalendar('ca-on');
    expect(closedWeekdays(ontario, 2026)).toEqual([
      '01-01',
      '02-16',
      '04-03',
      '04-06',
      '05-18',
      '07-01',
      '08-03',
      '09-07',
      '10-12',
      '11-11',
      '12-25',
      '12-28',
    ]);
  });

  it('closes Newfoundland’s offices on the Mondays nearest its saints’ days', () => {
    const newfoundland = shippedCalendar('ca-nl');
    expect(holidayOn(newfoundland, '2024-07-15')?.name.en).toBe('Orangemen’s Day');
    expect(holidayOn(newfoundland, '2025-03-17')?.name.en).toBe('St. Patrick’s Day');
    expect(holidayOn(newfoundland, '2028-04-24')?.name.en).toBe('St. George’s Day');
    expect(holidayOn(newfoundland, '2025-06-23')?.kind).toBe('closure');
  });

  it('gives Italy Saint Francis back from 2026', () => {
    const italy = shippedCalendar('it');
    expect(holidayOn(italy, '2025-10-04')).toBeUndefined();
    expect(holidayOn(italy, '2027-10-04')?.name.it).toBe('San Francesco d’Assisi');
  });

  it('closes New Zealand from Christmas to 2 January, at Matariki, and on Mondays for Waitangi and Anzac', () => {
    const newZealand = shippedCalendar('nz');
    expect(closedWeekdays(newZealand, 2027)).toEqual([
      '01-01',
      '01-04',
      '02-08',
      '03-26',
      '03-29',
      '04-26',
      '06-07',
      '06-25',
      '10-25',
      '12-27',
      '12-28',
      '12-29',
      '12-30',
      '12-31',
    ]);
    expect(closedWeekdays(newZealand, 2028).slice(0, 2)).toEqual(['01-03', '01-04']);
  });

  it('knows Easter from 2024 to 2030', () => {
    const easterMondays = [
      '2024-04-01',
      '2025-04-21',
      '2026-04-06',
      '2027-03-29',
      '2028-04-17',
      '2029-04-02',
      '2030-04-22',
    ];
    for (const monday of easterMondays) expect(holidayOn(england, monday)?.name.en).toBe('Easter Monday');
  });
});

describe('Easter Sunday', () => {
  it('falls on the published dates, those of the algorithm’s exceptions among them', () => {
    const published = [
      '1954-04-18',
      '1961-04-02',
      '1981-04-19',
      '2000-04-23',
      '2008-03-23',
      '2026-04-05',
      '2038-04-25',
      '2049-04-18',
      '2076-04-19',
    ];
    expect(published.map((date) => isoDate(easterSunday(Number(date.slice(0, 4)))))).toEqual(published);
  });
});
