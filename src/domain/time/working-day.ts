import { type DateLike, dayNumber, isoDate, weekdayOf } from './calendar-day.ts';
import type { Calendar } from './calendar-schema.ts';
import { type ClosedDay, closedDay } from './closed-days.ts';

/** A year without a working day is a broken calendar, which `calendarSchema` refuses. */
const MAX_SEARCH_DAYS = 366;

/** Whether the tribunal works that day: one of its weekdays, no holiday, no closure. Throws RangeError for no real date. */
export function isWorkingDay(calendar: Calendar, date: DateLike): boolean {
  return isWorking(calendar, dayNumber(date));
}

/** The holiday or closure on a date, with its name in each language. A plain weekend day has none. */
export function holidayOn(calendar: Calendar, date: DateLike): ClosedDay | undefined {
  return closedDay(calendar, dayNumber(date));
}

/** The first working day after a date, `YYYY-MM-DD`. */
export function nextWorkingDay(calendar: Calendar, date: DateLike): string {
  return isoDate(findWorkingDay(calendar, dayNumber(date) + 1, 1));
}

/** The last working day before a date, `YYYY-MM-DD`. */
export function previousWorkingDay(calendar: Calendar, date: DateLike): string {
  return isoDate(findWorkingDay(calendar, dayNumber(date) - 1, -1));
}

/**
 * The date after which `count` working days have passed; the first day is not counted. A negative count goes back; 0 is
 * the date itself, working day or not.
 *
 * @example addWorkingDays(bc, '2026-04-01', 2) // '2026-04-07': 2 April, then Good Friday, a weekend and Easter Monday
 */
export function addWorkingDays(calendar: Calendar, date: DateLike, count: number): string {
  const step = Math.sign(count);
  let day = dayNumber(date);
  for (let left = Math.abs(count); left > 0; left -= 1) day = findWorkingDay(calendar, day + step, step);
  return isoDate(day);
}

/** Working days after `from`, up to and including `to`; with the dates exchanged, the same number below zero. */
export function workingDaysBetween(calendar: Calendar, from: DateLike, to: DateLike): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last >= first) return countWorkingDays(calendar, first, last);
  // Taken from 0, for none must be 0 and not -0.
  return 0 - countWorkingDays(calendar, last, first);
}

/** Holidays and closures on the tribunal's weekdays after `from`, before `to`: those that a reader of a count wonders about. */
export function closedDaysBetween(calendar: Calendar, from: DateLike, to: DateLike): ClosedDay[] {
  const closed: ClosedDay[] = [];
  const last = dayNumber(to);
  for (let day = dayNumber(from) + 1; day < last; day += 1) {
    const found = calendar.workingWeekdays.includes(weekdayOf(day)) && closedDay(calendar, day);
    if (found) closed.push(found);
  }
  return closed;
}

function countWorkingDays(calendar: Calendar, after: number, upTo: number): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day += 1) if (isWorking(calendar, day)) count += 1;
  return count;
}

function findWorkingDay(calendar: Calendar, start: number, step: number): number {
  for (let day = start; Math.abs(day - start) <= MAX_SEARCH_DAYS; day += step) {
    if (isWorking(calendar, day)) return day;
  }
  throw new Error(
    `Calendar ${calendar.id} v${calendar.version} has no working day near ${isoDate(start)}; publish a corrected version`,
  );
}

function isWorking(calendar: Calendar, day: number): boolean {
  return calendar.workingWeekdays.includes(weekdayOf(day)) && closedDay(calendar, day) === undefined;
}
