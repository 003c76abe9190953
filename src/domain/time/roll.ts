import { addDays } from './calendar-day.ts';
import type { Calendar } from './calendar-schema.ts';
import type { ClosedDay } from './closed-days.ts';
import type { Roll } from './deadline-schema.ts';
import { closedDaysBetween, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-day.ts';

/** A last day, moved to a working day where the rule says so. */
export interface RolledDate {
  readonly date: string;
  /** The counted day that turned out not to be a working day, and the named closed days passed over, that day included. */
  readonly rolled?: { readonly from: string; readonly over: readonly ClosedDay[] } | undefined;
}

/** BC Interpretation Act s. 25.5, CPR 2.8 (5): time that ends on a holiday, or when the office is closed, runs on. */
export function rollDate(date: string, roll: Roll, calendar: Calendar): RolledDate {
  if (roll === 'none' || isWorkingDay(calendar, date)) return { date };
  if (roll === 'next-working-day') {
    const next = nextWorkingDay(calendar, date);
    return { date: next, rolled: { from: date, over: closedDaysBetween(calendar, addDays(date, -1), next) } };
  }
  const previous = previousWorkingDay(calendar, date);
  return {
    date: previous,
    rolled: { from: date, over: closedDaysBetween(calendar, previous, addDays(date, 1)).reverse() },
  };
}
