import { type Refusal, refuse } from '../refusal.ts';
import { addDays } from './calendar-day.ts';
import type { Calendar } from './calendar-schema.ts';
import type { DeadlineRule } from './deadline-schema.ts';
import { legalInstant } from './legal-instant.ts';
import { type RolledDate, rollDate } from './roll.ts';

/** What must be known of a deadline to extend it; a stored `Deadline` has it all. */
interface ExtendableDeadline {
  readonly dueAt: string;
  readonly localDate: string;
  readonly zone: string;
  /** How often it was extended before, and by how many days in all. */
  readonly extensions: number;
  readonly extendedDays: number;
}

export interface ExtensionRequest {
  readonly rule: DeadlineRule;
  readonly deadline: ExtendableDeadline;
  readonly days: number;
  /** The calendar version the deadline was set under, unless the case has moved to another. */
  readonly calendar: Calendar;
}

/** The later due time and the new totals, with what it takes to say so. Plain JSON. */
export interface ExtendedDeadline extends ExtendableDeadline {
  readonly calendar: { readonly id: string; readonly version: number };
  readonly days: number;
  /** The last day before, and the day reached by adding `days`, before rolling. */
  readonly extendedFrom: string;
  readonly countedTo: string;
  readonly rolled?: NonNullable<RolledDate['rolled']>;
}

/**
 * Gives more time: whole days from the present last day, at the same local time, rolled again as the rule says. A day
 * gained by rolling is not charged to the extension. Who may do it (`extend.by`) is the caller's question.
 *
 * Refuses with NotExtendable, ExtensionsUsedUp, ExtensionTooLong, or InvalidForm when `days` is not a whole number from 1.
 */
export function extendDeadline(request: ExtensionRequest): ExtendedDeadline | Refusal {
  return refuseExtension(request) ?? extended(request);
}

function refuseExtension({ rule: { extend }, deadline, days }: ExtensionRequest): Refusal | undefined {
  if (!extend) return refuse('NotExtendable');
  if (!Number.isInteger(days) || days < 1) {
    return refuse('InvalidForm', { days }, [{ path: 'days', message: 'Give a whole number of days, 1 or more.' }]);
  }
  if (deadline.extensions >= extend.times) return refuse('ExtensionsUsedUp', { times: extend.times });
  const remaining = extend.maxDays - deadline.extendedDays;
  if (days > remaining) return refuse('ExtensionTooLong', { days, maxDays: extend.maxDays, remaining });
  return undefined;
}

function extended({ rule, deadline, days, calendar }: ExtensionRequest): ExtendedDeadline {
  const countedTo = addDays(deadline.localDate, days);
  const { date, rolled } = rollDate(countedTo, rule.roll ?? 'none', calendar);
  return {
    dueAt: legalInstant(date, localTimeOf(deadline), deadline.zone),
    localDate: date,
    zone: deadline.zone,
    calendar: { id: calendar.id, version: calendar.version },
    extensions: deadline.extensions + 1,
    extendedDays: deadline.extendedDays + days,
    days,
    extendedFrom: deadline.localDate,
    countedTo,
    ...(rolled && { rolled }),
  };
}

/** The time of day it is due now, seconds included: a deadline in hours falls at any. */
function localTimeOf({ dueAt, zone }: ExtendableDeadline): string {
  return Temporal.Instant.from(dueAt).toZonedDateTimeISO(zone).toPlainTime().toString();
}
