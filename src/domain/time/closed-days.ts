import { oncePer } from '../definition/once-per.ts';
import { isoDate, weekdayOf, yearOf } from './calendar-day.ts';
import { holidayDates } from './holiday-dates.ts';
import type { ClosedKind, HolidayRule } from './holiday-rule-schema.ts';

/** A holiday, or a day on which the offices are closed although its weekday is a working one. */
export interface ClosedDay {
  readonly date: string;
  readonly kind: ClosedKind;
  readonly name: Readonly<Record<string, string>>;
  /** The holiday's own date, when this day is taken in its place. */
  readonly substituteFor?: string;
}

/** The part of a calendar that says which days are closed. */
interface ClosingRules {
  readonly workingWeekdays: readonly number[];
  readonly holidays: readonly HolidayRule[];
  readonly closures: readonly HolidayRule[];
}

type ClosedYear = Map<number, ClosedDay>;
interface Occurrence {
  readonly day: number;
  readonly kind: ClosedKind;
  readonly rule: HolidayRule;
}

const yearsOf = oncePer((_: ClosingRules) => new Map<number, ClosedYear>());

/** What closes a day, if anything does. Worked out once for each calendar object and year, then a look-up. */
export function closedDay(calendar: ClosingRules, day: number): ClosedDay | undefined {
  return closedYear(calendar, yearOf(day)).get(day);
}

function closedYear(calendar: ClosingRules, year: number): ClosedYear {
  const years = yearsOf(calendar);
  const known = years.get(year);
  if (known) return known;
  const closed = workOutYear(calendar, year);
  years.set(year, closed);
  return closed;
}

/**
 * Own dates first, then substitutes: Boxing Day on a Monday pushes Christmas Day's substitute to the Tuesday. The year
 * before is worked out too, for its last holidays may have a substitute, or a period may end, in this one.
 */
function workOutYear(calendar: ClosingRules, year: number): ClosedYear {
  const closed: ClosedYear = new Map();
  const occurrences = [
    ...occurrencesAround(year, calendar.holidays, 'holiday'),
    ...occurrencesAround(year, calendar.closures, 'closure'),
  ];
  for (const { day, kind, rule } of occurrences) {
    if (!closed.has(day)) closed.set(day, { date: isoDate(day), kind, name: rule.name });
  }
  for (const occurrence of occurrences.sort((a, b) => a.day - b.day)) addSubstitute(calendar, occurrence, closed);
  return new Map([...closed].filter(([day]) => yearOf(day) === year));
}

function occurrencesAround(year: number, rules: readonly HolidayRule[], kind: ClosedKind): Occurrence[] {
  return rules.flatMap((rule) =>
    [year - 1, year].flatMap((of) => holidayDates(rule, of)).map((day) => ({ day, kind, rule })),
  );
}

function addSubstitute(calendar: ClosingRules, { day, rule }: Occurrence, closed: ClosedYear): void {
  const kind = substituteKind(rule, day);
  if (!kind) return;
  let free = day + 1;
  while (closed.has(free) || !calendar.workingWeekdays.includes(weekdayOf(free))) free += 1;
  closed.set(free, { date: isoDate(free), kind, name: rule.name, substituteFor: isoDate(day) });
}

function substituteKind({ substitute }: HolidayRule, day: number): ClosedKind | undefined {
  const weekday = weekdayOf(day);
  if (weekday === 6) return substitute?.saturday;
  if (weekday === 7) return substitute?.sunday;
  return undefined;
}
