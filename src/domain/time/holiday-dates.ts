import { unreachable } from '../unreachable.ts';
import { dayNumber, dayOf, weekdayOf, yearOf } from './calendar-day.ts';
import { easterSunday } from './easter-sunday.ts';
import type { HolidayRule } from './holiday-rule-schema.ts';

/** The days that a rule names in a year (for a period: that start in it), before any substitute, as day numbers. */
export function holidayDates(rule: HolidayRule, year: number): number[] {
  if (year < (rule.fromYear ?? year) || year > (rule.toYear ?? year)) return [];
  return datesByRule(rule, year);
}

function datesByRule(rule: HolidayRule, year: number): number[] {
  switch (rule.rule) {
    case 'fixed':
      return fixedDate(rule, year);
    case 'nth-weekday':
      return [rule.nth === -1 ? lastWeekday(rule, year) : firstWeekday(rule, year) + 7 * (rule.nth - 1)];
    case 'weekday-before':
      return [onOrBefore(dayOf(year, rule.month, rule.day) - 1, rule.weekday)];
    case 'nearest-weekday':
      return [onOrBefore(dayOf(year, rule.month, rule.day) + 3, rule.weekday)];
    case 'easter':
      return [easterSunday(year) + rule.offset];
    case 'dates':
      return rule.dates.map(dayNumber).filter((day) => yearOf(day) === year);
    case 'period':
      return periodDates(rule, year);
    default:
      return unreachable(rule);
  }
}

/** 29 February is a holiday in leap years alone. */
function fixedDate({ month, day }: { month: number; day: number }, year: number): number[] {
  const date = dayOf(year, month, day);
  return date < dayOf(year, month + 1, 1) ? [date] : [];
}

function periodDates({ from, to }: Extract<HolidayRule, { rule: 'period' }>, year: number): number[] {
  const first = dayOf(year, from.month, from.day);
  const sameYear = dayOf(year, to.month, to.day);
  const last = sameYear >= first ? sameYear : dayOf(year + 1, to.month, to.day);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function firstWeekday({ month, weekday }: { month: number; weekday: number }, year: number): number {
  return onOrBefore(dayOf(year, month, 7), weekday);
}

function lastWeekday({ month, weekday }: { month: number; weekday: number }, year: number): number {
  return onOrBefore(dayOf(year, month + 1, 1) - 1, weekday);
}

function onOrBefore(day: number, weekday: number): number {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}
