import { type Refusal, refuse } from '../refusal.ts';
import { addDays, dayNumber } from './calendar-day.ts';
import type { Calendar } from './calendar-schema.ts';
import { DEFAULT_TIME } from './deadline.ts';
import type { DeadlineRule } from './deadline-schema.ts';
import { legalInstant } from './legal-instant.ts';
import { type RolledDate, rollDate } from './roll.ts';
import { nextWorkingDay } from './working-day.ts';

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
  /** The revision of the engine by whose rules it is extended. */
  readonly engine: number;
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
 * Gives more time: whole days from the present last day, at the local time that the rule names (in hours: the present one),
 * rolled again as the rule says. A day gained by rolling is not charged to the extension, nor is one lost by rolling back;
 * and where rolling back leaves nothing, there is no extension to use up: whoever gives more time means a later day.
 *
 * Revision 2 charged lost days, used up an extension that gave nothing, and kept an hour that clocks had once moved.
 *
 * Refuses with NotExtendable, ExtensionsUsedUp, ExtensionTooLong, ExtensionGivesNothing, or InvalidForm when `days` is not a
 * whole number from 1.
 */
export function extendDeadline(request: ExtensionRequest): ExtendedDeadline | Refusal {
  const refused = refuseExtension(request);
  if (refused) return refused;
  const longer = extended(request);
  return request.engine >= 3 && longer.localDate <= request.deadline.localDate ? givesNothing(request) : longer;
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

/** Whatever ends on the next working day or after it rolls back no further than to that day. */
function givesNothing({ deadline: { localDate }, days, calendar }: ExtensionRequest): Refusal {
  const least = dayNumber(nextWorkingDay(calendar, localDate)) - dayNumber(localDate);
  return refuse('ExtensionGivesNothing', { days, least });
}

function extended({ rule, deadline, days, calendar, engine }: ExtensionRequest): ExtendedDeadline {
  const countedTo = addDays(deadline.localDate, days);
  const { date, rolled } = rollDate(countedTo, rule.roll ?? 'none', calendar);
  const lost = engine >= 3 ? Math.max(0, dayNumber(countedTo) - dayNumber(date)) : 0;
  const isByTheRule = engine >= 3 && rule.unit !== 'hours';
  const time = isByTheRule ? (rule.at ?? DEFAULT_TIME) : localTimeOf(deadline);
  return {
    dueAt: legalInstant(date, time, deadline.zone),
    localDate: date,
    zone: deadline.zone,
    calendar: { id: calendar.id, version: calendar.version },
    extensions: deadline.extensions + 1,
    extendedDays: deadline.extendedDays + days - lost,
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
