/** A date in the tribunal's own calendar: `YYYY-MM-DD`, or a `Temporal.PlainDate`. */
export type DateLike = string | Temporal.PlainDate;

const MS_PER_DAY = 86_400_000;
const FIRST_SUPPORTED_YEAR = 1900;
const LAST_SUPPORTED_YEAR = 2200;

/**
 * The date as a whole number of days since 1 January 1970, so that stepping over days is integer arithmetic (a
 * `Temporal.PlainDate.add` costs 1 µs, and a count in working days makes dozens of steps).
 *
 * @throws RangeError for what is not a real date between 1900 and 2200: check input with `isSupportedDate` at the door.
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(date: DateLike): number {
  const day = parseDay(String(date));
  if (day === undefined)
    throw new RangeError(`${date} is not a date from 1900 to 2200; check it before counting from it`);
  return day;
}

/** Whether deadlines can be counted from this text: a real date, `YYYY-MM-DD`, from 1900 to 2200. */
export function isSupportedDate(text: string): boolean {
  return parseDay(text) !== undefined;
}

/** @example isoDate(1) // '1970-01-02' */
export function isoDate(day: number): string {
  const known = datesByDay.get(day);
  if (known) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  datesByDay.set(day, date);
  return date;
}

/** Few days are ever asked for, each of them over and over; there are 110,000 in all the supported years. */
const datesByDay = new Map<number, string>();
const daysByDate = new Map<string, number>();

/** Calendar days later (earlier when negative). */
export function addDays(date: DateLike, days: number): string {
  return isoDate(dayNumber(date) + days);
}

/** Calendar days from one date to another; negative when the second is earlier. */
export function daysBetween(from: DateLike, to: DateLike): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: Monday is 1, Sunday is 7. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** `month` is 1 to 12; a `dayOfMonth` past the end of the month runs on into the next. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY;
}

function parseDay(text: string): number | undefined {
  const known = daysByDate.get(text);
  if (known !== undefined) return known;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const [year, month, dayOfMonth] = text.split('-').map(Number) as [number, number, number];
  if (year < FIRST_SUPPORTED_YEAR || year > LAST_SUPPORTED_YEAR) return undefined;
  const day = dayOf(year, month, dayOfMonth);
  if (isoDate(day) !== text) return undefined;
  daysByDate.set(text, day);
  return day;
}
