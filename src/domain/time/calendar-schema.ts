import { z } from 'zod';
import { textSchema } from '../definition/text-schema.ts';
import { dayOf, weekdayOf } from './calendar-day.ts';
import { clockTimeSchema } from './clock-time.ts';
import { closedDay } from './closed-days.ts';
import { calendarDateSchema, holidayRuleSchema, weekdaySchema, yearSchema } from './holiday-rule-schema.ts';

/** No tribunal closes for longer in one go; a longer run is a mistake in a rule, and would hold deadlines open. */
const MAX_CLOSED_RUN_DAYS = 60;
const MAX_HOLIDAY_RULES = 100;

/** A tribunal's calendar: the days it works, the hour it closes, and the law each holiday comes from. */
export const calendarSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'an id is lower-case letters, digits and hyphens'),
    version: z.number().int().min(1),
    /** Deadlines set on or after this date use this version; those set before keep theirs. */
    from: calendarDateSchema,
    /** Years whose holidays were checked. A deadline that ends later is computed by the rules and marked provisional. */
    checked: z.strictObject({ from: yearSchema, to: yearSchema }),
    title: textSchema,
    zone: z.string().refine(isTimeZone, 'a time zone of the IANA list, such as America/Vancouver'),
    workingWeekdays: z.array(weekdaySchema).min(1).max(7),
    /** What arrives after this local time counts from the next working day. */
    cutOff: clockTimeSchema.optional(),
    holidays: z.array(holidayRuleSchema).max(MAX_HOLIDAY_RULES),
    /** Offices are closed, though the day is no statutory holiday. */
    closures: z.array(holidayRuleSchema).max(MAX_HOLIDAY_RULES),
    source: z.string().min(1).max(2_000),
    /** What this calendar leaves out, and other things an administrator must know. */
    notes: z.array(z.string().max(1_000)).max(20).optional(),
  })
  .superRefine(refuseUnworkableYears);

export type Calendar = z.infer<typeof calendarSchema>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Z]/i.test(zone);
  } catch {
    return false;
  }
}

/** Looks at the years only when each part is sound by itself: a rule with month 99 has no dates to look at. */
function refuseUnworkableYears(calendar: Calendar, context: z.RefinementCtx): void {
  if (context.issues.length > 0) return;
  if (calendar.checked.to < calendar.checked.from) {
    context.addIssue({ code: 'custom', path: ['checked'], message: 'The last year checked is before the first.' });
  } else if (longestClosedRun(calendar) > MAX_CLOSED_RUN_DAYS) {
    const message = `No working day in more than ${MAX_CLOSED_RUN_DAYS} days: a holiday or closure rule is too wide.`;
    context.addIssue({ code: 'custom', path: ['closures'], message });
  }
}

function longestClosedRun(calendar: Calendar): number {
  let [longest, run] = [0, 0];
  const last = dayOf(calendar.checked.to, 12, 31);
  for (let day = dayOf(calendar.checked.from, 1, 1); day <= last; day += 1) {
    const isClosed = !calendar.workingWeekdays.includes(weekdayOf(day)) || closedDay(calendar, day) !== undefined;
    run = isClosed ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
