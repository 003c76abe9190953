import type { Calendar } from './calendar-schema.ts';
import { isWorkingDay, nextWorkingDay } from './working-day.ts';

/** What a deadline is counted from: an instant (ISO, UTC), or a local date whose hour nobody knows or needs. */
export type Basis = { readonly instant: string } | { readonly date: string };

/** The local date on which the basis happened, and the one that counting treats as its date. */
export interface CountStart {
  readonly basisDate: string;
  readonly countedFrom: string;
  /** Why the two differ. */
  readonly heldOver?: 'after-cut-off' | 'closed';
}

/**
 * The day that counting starts from. Under a calendar with a cut-off hour, what arrives after that minute, or on a day
 * that is no working day, counts from the next working day. (Were Saturday morning to count at once, it would come before
 * Friday evening.) Dates are taken as they are: someone has already judged them.
 */
export function countStart(basis: Basis, calendar: Calendar): CountStart {
  if ('date' in basis) return { basisDate: basis.date, countedFrom: basis.date };
  const arrived = Temporal.Instant.from(basis.instant).toZonedDateTimeISO(calendar.zone);
  const basisDate = arrived.toPlainDate().toString();
  const heldOver = reasonToHoldOver(basisDate, arrived, calendar);
  if (!heldOver) return { basisDate, countedFrom: basisDate };
  return { basisDate, countedFrom: nextWorkingDay(calendar, basisDate), heldOver };
}

function reasonToHoldOver(date: string, arrived: Temporal.ZonedDateTime, calendar: Calendar): CountStart['heldOver'] {
  if (calendar.cutOff === undefined) return undefined;
  if (!isWorkingDay(calendar, date)) return 'closed';
  return isAfterMinute(arrived, calendar.cutOff) ? 'after-cut-off' : undefined;
}

/** The minute stated is still in time, as it is for a deadline: 16:00:59 is not after 16:00. */
function isAfterMinute({ hour, minute }: Temporal.ZonedDateTime, cutOff: string): boolean {
  return `${pad(hour)}:${pad(minute)}` > cutOff;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
