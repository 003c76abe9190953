import { describe, expect, it } from 'vitest';
import { daysBetween, isSupportedDate } from '../../../src/domain/time/calendar-day.ts';
import type { Calendar } from '../../../src/domain/time/calendar-schema.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from '../../../src/domain/time/working-day.ts';
import { britishColumbia } from './calendars.ts';

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
