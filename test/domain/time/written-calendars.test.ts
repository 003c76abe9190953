import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../src/domain/time/calendar-schema.ts';
import { closedDaysBetween, holidayOn, isWorkingDay, nextWorkingDay } from '../../../src/domain/time/working-day.ts';
import { britishColumbia, england } from './calendars.ts';

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
