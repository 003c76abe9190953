import type { DeadlineView } from '../../../app/case-view.ts';
import { daysBetween } from '../../../domain/time/calendar-day.ts';
import { localDateAt } from '../../../domain/time/local-time.ts';
import { fill, type Words } from '../../words.ts';

/** How far off a date is for people: “today”, “in 9 days”. Days are counted where the tribunal sits. */
export function daysLeft(
  { localDate, zone }: Pick<DeadlineView, 'localDate' | 'zone'>,
  now: string,
  { left }: Words,
): string {
  const days = daysBetween(localDateAt(now, zone), localDate);
  if (days <= 0) return left.today;
  return days === 1 ? left.tomorrow : fill(left.days, { days });
}
