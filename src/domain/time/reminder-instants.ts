import { utcInstant } from '../utc-instant.ts';
import { addDays } from './calendar-day.ts';
import type { DeadlineRule } from './deadline-schema.ts';
import { legalInstant } from './legal-instant.ts';

/** People read their mail in the morning; a reminder at the due hour itself would come at one minute to midnight. */
const REMINDER_TIME = '09:00';
const HOUR_MS = 3_600_000;

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
  if (!rule.reminders) return [];
  const set = utcInstant(setAt);
  return rule.reminders
    .map((reminder) => ({ at: reminderInstant(reminder, due), notice: reminder.notice }))
    .filter(({ at }) => at > set)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function reminderInstant({ before }: ReminderRule, { dueAt, localDate, zone }: DueTime): string {
  if ('hours' in before) return utcInstant(Date.parse(dueAt) - before.hours * HOUR_MS);
  return legalInstant(addDays(localDate, -before.days), REMINDER_TIME, zone);
}
