import { utcInstant } from '../utc-instant.ts';
import { addDays } from './calendar-day.ts';
import type { Calendar } from './calendar-schema.ts';
import type { ClosedDay } from './closed-days.ts';
import { type Basis, type CountStart, countStart } from './count-start.ts';
import type { DeadlineRule, DeadlineUnit, Roll } from './deadline-schema.ts';
import { legalInstant } from './legal-instant.ts';
import { localDateAt } from './local-time.ts';
import { type RolledDate, rollDate } from './roll.ts';
import { addWorkingDays, closedDaysBetween } from './working-day.ts';

export const DEFAULT_TIME = '23:59';
const HOUR_MS = 3_600_000;

export interface DeadlineRequest {
  readonly rule: DeadlineRule;
  /** The number of units, once `countWhen` is decided. */
  readonly count: number;
  readonly basis: Basis;
  readonly calendar: Calendar;
  /** Calendar days added to the count before it is rolled: time frozen in an emergency, for one. */
  readonly extraDays?: number;
}

/** When a deadline falls, and all that it takes to say why. Plain JSON. */
export interface ComputedDeadline extends CountStart {
  /** UTC instant at which the stated minute begins; see `expiresAt`. */
  readonly dueAt: string;
  readonly localDate: string;
  readonly zone: string;
  readonly calendar: { readonly id: string; readonly version: number };
  /** As given: a UTC instant or a local date. */
  readonly basis: string;
  readonly count: number;
  readonly unit: DeadlineUnit;
  readonly skipFirst: boolean;
  readonly roll: Roll;
  readonly extraDays: number;
  /** The cut-off hour that held the basis over. */
  readonly cutOff?: string;
  /** Where the count ended, before rolling. */
  readonly countedTo: string;
  readonly rolled?: RolledDate['rolled'];
  /** Holidays and closures inside a count of working days. */
  readonly notCounted: readonly ClosedDay[];
  /** The date is in a year whose holidays were not yet checked in this version of the calendar. */
  readonly isProvisional: boolean;
}

/**
 * When a deadline falls due.
 *
 * - The basis day is not counted unless the rule says `skipFirst: false` (BC Interpretation Act s. 25.2 (2), CPR 2.8 (3)):
 *   14 days from 2 March end on 16 March. Weeks are 7 days.
 * - Months are calendar months; with no such day in the last month, the month's last day (31 January + 1 = 28 February).
 * - Hours are exact elapsed hours from the instant. From a date alone they run from the end of that day, or from its
 *   start when the first day is counted.
 * - `extraDays` are calendar days; then the last day is rolled.
 *
 * A later basis never gives an earlier due instant.
 *
 * @throws RangeError for a date outside 1900–2200; check with `isSupportedDate` at the door.
 */
export function computeDeadline(request: DeadlineRequest): ComputedDeadline {
  return request.rule.unit === 'hours' ? dueAfterHours(request) : dueAtEndOfDay(request);
}

function dueAtEndOfDay(request: DeadlineRequest): ComputedDeadline {
  const { rule, calendar, extraDays = 0 } = request;
  const start = countStart(request.basis, calendar);
  const dayZero = firstDayCounts(request) ? addDays(start.countedFrom, -1) : start.countedFrom;
  const counted = rule.unit === 'months' ? addMonths(request, start.countedFrom) : addCount(request, dayZero);
  const countedTo = addDays(counted, extraDays);
  const { date, rolled } = rollDate(countedTo, rule.roll ?? 'none', calendar);
  return computed(request, start, {
    dueAt: legalInstant(date, rule.at ?? DEFAULT_TIME, calendar.zone),
    localDate: date,
    countedTo,
    rolled,
    notCounted: rule.unit === 'workingDays' ? closedDaysBetween(calendar, dayZero, counted) : [],
  });
}

/** The basis day is day 1, so day 0 is the day before it. A count of 0 has no day 1: it is the basis day itself. */
function firstDayCounts({ rule, count }: DeadlineRequest): boolean {
  return rule.skipFirst === false && count > 0;
}

function addCount({ rule, count, calendar }: DeadlineRequest, dayZero: string): string {
  if (rule.unit === 'workingDays') return addWorkingDays(calendar, dayZero, count);
  return addDays(dayZero, rule.unit === 'weeks' ? 7 * count : count);
}

/** A month that counts its first day ends the day before the same date: 1 March to 31 March, not 28 March. */
function addMonths(request: DeadlineRequest, from: string): string {
  const sameDate = Temporal.PlainDate.from(from).add({ months: request.count });
  return addDays(sameDate, firstDayCounts(request) ? -1 : 0);
}

/** Nights, weekends and the cut-off hour do not matter to a count of hours; an extra day is 24 of them. */
function dueAfterHours(request: DeadlineRequest): ComputedDeadline {
  const { basis, count, calendar, extraDays = 0 } = request;
  const from = startOfHours(request);
  const due = utcInstant(from + (count + 24 * extraDays) * HOUR_MS);
  const basisDate = 'date' in basis ? basis.date : localDateAt(basis.instant, calendar.zone);
  const date = localDateAt(due, calendar.zone);
  const start = { basisDate, countedFrom: basisDate };
  return computed(request, start, { dueAt: due, localDate: date, countedTo: date, rolled: undefined, notCounted: [] });
}

/** Milliseconds since 1970. */
function startOfHours({ basis, rule, calendar }: DeadlineRequest): number {
  if ('instant' in basis) return Date.parse(basis.instant);
  const firstHourOn = rule.skipFirst === false ? basis.date : addDays(basis.date, 1);
  return Temporal.PlainDate.from(firstHourOn).toZonedDateTime(calendar.zone).epochMilliseconds;
}

type End = Pick<ComputedDeadline, 'dueAt' | 'localDate' | 'countedTo' | 'rolled' | 'notCounted'>;

function computed(
  { rule, count, basis, calendar, extraDays = 0 }: DeadlineRequest,
  { basisDate, countedFrom, heldOver }: CountStart,
  { dueAt, localDate, countedTo, rolled, notCounted }: End,
): ComputedDeadline {
  return {
    dueAt,
    localDate,
    zone: calendar.zone,
    calendar: { id: calendar.id, version: calendar.version },
    basis: 'instant' in basis ? basis.instant : basis.date,
    basisDate,
    countedFrom,
    heldOver,
    count,
    unit: rule.unit,
    skipFirst: rule.skipFirst ?? true,
    roll: rule.roll ?? 'none',
    extraDays,
    isProvisional: isUnchecked(localDate, calendar),
    countedTo,
    rolled,
    notCounted,
    ...(heldOver === 'after-cut-off' && calendar.cutOff && { cutOff: calendar.cutOff }),
  };
}

function isUnchecked(date: string, { checked }: Calendar): boolean {
  return date < `${checked.from}` || date >= `${checked.to + 1}`;
}
