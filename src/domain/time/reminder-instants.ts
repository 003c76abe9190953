import { utcInstant } from '../utc-instant.ts';
import { addDays } from './calendar-day.ts';
import type { DeadlineRule } from './deadline-schema.ts';
import { legalInstant } from './legal-instant.ts';

/** People read their mail in the morning; a reminder at the due hour itself would come at one minute to midnight. */
const REMINDER_TIME = '09:00';

type ReminderRule = NonNullable<DeadlineRule['reminders']>[number];
type DueTime = { readonly dueAt: string; readonly localDate: string; readonly zone: string };

export interface Reminder {
  /** UTC instant. */
  readonly at: string;
  readonly notice: string;
}

/**
 * When a deadline's reminders go out, earliest first: at 09:00 local so many days before, or exactly so many hours before.
 * Those that would be at or before `setAt`, when the deadline is set, are left out.
 */
export function reminderInstants(rule: DeadlineRule, due: DueTime, setAt: string): Reminder[] {
  const set = Temporal.Instant.from(setAt);
  return (rule.reminders ?? [])
    .map((reminder) => ({ instant: reminderInstant(reminder, due), notice: reminder.notice }))
    .filter(({ instant }) => Temporal.Instant.compare(instant, set) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.instant, b.instant))
    .map(({ instant, notice }) => ({ at: utcInstant(instant.toString()), notice }));
}

function reminderInstant({ before }: ReminderRule, { dueAt, localDate, zone }: DueTime): Temporal.Instant {
  if ('hours' in before) return Temporal.Instant.from(dueAt).subtract({ hours: before.hours });
  return legalInstant(addDays(localDate, -before.days), REMINDER_TIME, zone);
}
