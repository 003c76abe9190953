import type { DeadlineView } from '../../../app/case-view.ts';
import { fill, type Words } from '../../words.ts';

/** How far off a date is for people: “today”, “in 9 days”. Days are counted where the tribunal sits. */
export function daysLeft(
  { localDate, zone }: Pick<DeadlineView, 'localDate' | 'zone'>,
  now: string,
  { left }: Words,
): string {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const days = today.until(Temporal.PlainDate.from(localDate)).days;
  if (days <= 0) return left.today;
  return days === 1 ? left.tomorrow : fill(left.days, { days });
}
