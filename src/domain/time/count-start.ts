import type { Calendar } from './calendar-schema.ts';
import { type LocalTime, localTimeAt } from './local-time.ts';
import { isWorkingDay, nextWorkingDay } from './working-day.ts';

/** What a deadline is counted from: an instant (ISO, UTC), or a local date whose hour nobody knows or needs. */
export type Basis = { readonly instant: string } | { readonly date: string };

/** The local date on which the basis happened, and the one that counting treats as its date. */
export interface CountStart {
  readonly basisDate: string;
  readonly countedFrom: string;
  /** Why the two differ. */
  readonly heldOver?: 'after-cut-off' | 'closed' | undefined;
}

/**
 * The day that counting starts from. Under a calendar with a cut-off hour, what arrives after that minute, or on a day
 * that is no working day, counts from the next working day. (Were Saturday morning to count at once, it would come before
 * Friday evening.) Dates are taken as they are: someone has already judged them.
 */
export function countStart(basis: Basis, calendar: Calendar): CountStart {
  if ('date' in basis) return { basisDate: basis.date, countedFrom: basis.date };
  const arrived = localTimeAt(basis.instant, calendar.zone);
  const basisDate = arrived.date;
  const heldOver = reasonToHoldOver(arrived, calendar);
  if (!heldOver) return { basisDate, countedFrom: basisDate };
  return { basisDate, countedFrom: nextWorkingDay(calendar, basisDate), heldOver };
}

function reasonToHoldOver({ date, time }: LocalTime, calendar: Calendar): CountStart['heldOver'] {
  if (calendar.cutOff === undefined) return undefined;
  if (!isWorkingDay(calendar, date)) return 'closed';
  // The minute stated is still in time, as it is for a deadline: 16:00:59 is not after 16:00.
  return time > calendar.cutOff ? 'after-cut-off' : undefined;
}
