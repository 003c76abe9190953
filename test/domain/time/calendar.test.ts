import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDate, isSupportedDate } from '../../../src/domain/time/calendar-day.ts';
import { type Calendar, calendarSchema } from '../../../src/domain/time/calendar-schema.ts';
import { easterSunday } from '../../../src/domain/time/easter-sunday.ts';
import {
  addWorkingDays,
  closedDaysBetween,
  holidayOn,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from '../../../src/domain/time/working-day.ts';
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

describe('counting working days', () => {
  it('passes over Good Friday, the weekend and Easter Monday', () => {
    expect(addWorkingDays(britishColumbia, '2026-04-01', 2)).toBe('2026-04-07');
    expect(addWorkingDays(britishColumbia, '2026-04-07', -2)).toBe('2026-04-01');
    expect(addWorkingDays(britishColumbia, '2026-04-04', 0)).toBe('2026-04-04');
  });

  it('counts the last day and not the first', () => {
    expect(workingDaysBetween(britishColumbia, '2026-04-01', '2026-04-07')).toBe(2);
    expect(workingDaysBetween(britishColumbia, '2026-04-07', '2026-04-01')).toBe(-2);
    expect(workingDaysBetween(britishColumbia, '2026-04-03', '2026-04-06')).toBe(0);
    expect(workingDaysBetween(britishColumbia, '2026-04-06', '2026-04-03')).toBe(0);
  });

  it('finds the working days on either side of a long weekend', () => {
    expect(nextWorkingDay(britishColumbia, '2026-04-02')).toBe('2026-04-07');
    expect(previousWorkingDay(britishColumbia, '2026-04-07')).toBe('2026-04-02');
    expect(nextWorkingDay(britishColumbia, Temporal.PlainDate.from('2026-12-31'))).toBe('2027-01-04');
  });

  it('says what to do about a calendar that never works', () => {
    const never: Calendar = {
      ...britishColumbia,
      holidays: [{ rule: 'period', from: { month: 1, day: 1 }, to: { month: 12, day: 31 }, name: { en: 'Closed' } }],
    };
    expect(() => nextWorkingDay(never, '2026-01-01')).toThrow('publish a corrected version');
  });

  it('counts the days between dates', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-16', '2026-03-02')).toBe(-14);
  });

  it('takes no date that is not one', () => {
    for (const text of ['2026-02-29', '2026-13-01', '1899-12-31', '2201-01-01', '2026-1-1', 'tomorrow', '']) {
      expect(isSupportedDate(text)).toBe(false);
    }
    expect(() => isWorkingDay(britishColumbia, '2026-02-30')).toThrow(RangeError);
    expect(isSupportedDate('2028-02-29')).toBe(true);
  });
});

describe('a calendar an administrator wrote', () => {
  const written = {
    id: 'town',
    version: 1,
    from: '2026-01-01',
    checked: { from: 2026, to: 2027 },
    title: { en: 'Town' },
    zone: 'America/Vancouver',
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: [] as unknown[],
    closures: [] as unknown[],
    source: 'By-law 1',
  };
  const problemsOf = (calendar: unknown) =>
    (calendarSchema.safeParse(calendar).error?.issues ?? []).map(({ path }) => path.join('.'));

  it('may list dates, a last weekday, a leap day and a season that runs over New Year', () => {
    const name = { en: 'Holiday' };
    const town = calendarSchema.parse({
      ...written,
      checked: { from: 2024, to: 2028 },
      holidays: [
        { rule: 'dates', dates: ['2026-03-04'], name },
        { rule: 'nth-weekday', month: 5, weekday: 5, nth: -1, name },
        { rule: 'fixed', month: 2, day: 29, name },
        { rule: 'fixed', month: 6, day: 9, name, fromYear: 2027, toYear: 2027 },
      ],
      closures: [{ rule: 'period', from: { month: 12, day: 24 }, to: { month: 1, day: 6 }, name }],
    });
    expect(isWorkingDay(town, '2026-03-04')).toBe(false);
    expect(isWorkingDay(town, '2027-03-04')).toBe(true);
    expect(isWorkingDay(town, '2026-05-29')).toBe(false);
    expect(isWorkingDay(town, '2028-02-29')).toBe(false);
    expect(isWorkingDay(town, '2027-03-01')).toBe(true);
    expect([2026, 2027, 2028].map((year) => isWorkingDay(town, `${year}-06-09`))).toEqual([true, false, true]);
    expect(nextWorkingDay(town, '2026-12-23')).toBe('2027-01-07');
  });

  it('calls a day that is both a holiday and a closure by the holiday, and says which it is', () => {
    const town = calendarSchema.parse({
      ...written,
      holidays: [{ rule: 'fixed', month: 7, day: 1, name: { en: 'Canada Day' } }],
      closures: [
        { rule: 'period', from: { month: 7, day: 1 }, to: { month: 7, day: 1 }, name: { en: 'Stocktaking' } },
        { rule: 'dates', dates: ['2026-07-02', '2027-07-02'], name: { en: 'Move' } },
      ],
    });
    expect(holidayOn(town, '2026-07-01')).toEqual({ date: '2026-07-01', kind: 'holiday', name: { en: 'Canada Day' } });
    expect(holidayOn(town, '2026-07-02')).toMatchObject({ kind: 'closure', name: { en: 'Move' } });
    expect(holidayOn(town, '2026-07-03')).toBeUndefined();
    expect(isWorkingDay(town, '2026-12-30')).toBe(true);
  });

  it('finds the last such weekday of a month whose next month begins with it', () => {
    expect(holidayOn(england, '2026-05-25')?.name.en).toBeDefined();
    expect(holidayOn(england, '2026-06-01')).toBeUndefined();
  });

  it('does not count a holiday on the day from which is counted among those passed over', () => {
    const passed = (from: string, to: string) => closedDaysBetween(britishColumbia, from, to).map(({ date }) => date);
    expect(passed('2026-07-01', '2026-07-10')).toEqual([]);
    expect(passed('2026-06-30', '2026-07-10')).toEqual(['2026-07-01']);
    expect(passed('2026-06-30', '2026-07-01')).toEqual([]);
  });

  it('gives each substitute its own day, in the order of the holidays and not of the list', () => {
    const substitute = { saturday: 'holiday', sunday: 'holiday' };
    const town = calendarSchema.parse({
      ...written,
      holidays: [
        { rule: 'fixed', month: 12, day: 26, name: { en: 'Boxing Day' }, substitute },
        { rule: 'fixed', month: 12, day: 25, name: { en: 'Christmas Day' }, substitute },
      ],
    });
    expect(holidayOn(town, '2027-12-27')?.name.en).toBe('Christmas Day');
    expect(holidayOn(town, '2027-12-28')?.name.en).toBe('Boxing Day');
  });

  it('is refused when its zone, its dates or its rules are not real', () => {
    expect(problemsOf({ ...written, zone: 'Mars/Olympus' })).toEqual(['zone']);
    expect(problemsOf({ ...written, zone: '+08:00' })).toEqual(['zone']);
    expect(problemsOf({ ...written, from: '2026-02-30' })).toEqual(['from']);
    expect(problemsOf({ ...written, holidays: [{ rule: 'fixed', month: 13, day: 1, name: { en: 'No' } }] })).toEqual([
      'holidays.0.month',
    ]);
    expect(problemsOf({ ...written, holidays: [{ rule: 'easter', offset: 1, name: {} }] })).toEqual([
      'holidays.0.name',
    ]);
    expect(problemsOf({ ...written, holidays: [{ rule: 'lunar', name: { en: 'No' } }] })).toEqual(['holidays.0.rule']);
    expect(problemsOf({ ...written, cutOff: '4 pm' })).toEqual(['cutOff']);
    expect(problemsOf({ ...written, colour: 'red' })).toEqual(['']);
  });

  it('is refused, not worked out, when a number in it is absurd', () => {
    const never = { rule: 'fixed', month: 1_000_000, day: 1, name: { en: 'Never' } };
    expect(problemsOf({ ...written, holidays: [never] })).toEqual(['holidays.0.month']);
    expect(problemsOf({ ...written, checked: { from: 2026, to: 250_000 } })).toEqual(['checked.to']);
  });

  it('is refused when it closes the tribunal for months, or checks its years backwards', () => {
    const summer = { rule: 'period', from: { month: 5, day: 1 }, to: { month: 8, day: 31 }, name: { en: 'Summer' } };
    expect(problemsOf({ ...written, closures: [summer] })).toEqual(['closures']);
    expect(problemsOf({ ...written, checked: { from: 2027, to: 2026 } })).toEqual(['checked']);
  });
});
