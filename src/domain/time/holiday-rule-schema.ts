import { z } from 'zod';
import { textSchema } from '../definition/text-schema.ts';
import { isSupportedDate } from './calendar-day.ts';

const monthSchema = z.number().int().min(1).max(12);
const dayOfMonthSchema = z.number().int().min(1).max(31);
/** ISO: Monday is 1, Sunday is 7. */
export const weekdaySchema = z.number().int().min(1).max(7);
export const calendarDateSchema = z.string().refine(isSupportedDate, 'a real date, YYYY-MM-DD, from 1900 to 2200');
export const yearSchema = z.number().int().min(1900).max(2200);

/** Whether people are free by law that day (`holiday`), or the tribunal's offices are closed (`closure`). */
export const closedKindSchema = z.enum(['holiday', 'closure']);
export type ClosedKind = z.infer<typeof closedKindSchema>;

const named = {
  name: textSchema.refine((name) => Object.keys(name).length > 0, 'a holiday needs a name'),
  /** The law or notice that makes the day a holiday. */
  source: z.string().max(500).optional(),
  fromYear: yearSchema.optional(),
  toYear: yearSchema.optional(),
  /**
   * When the day falls on a Saturday or Sunday, the next working weekday that is not closed already is taken instead, by
   * law (`holiday`) or by the offices' own practice (`closure`).
   */
  substitute: z.strictObject({ saturday: closedKindSchema.optional(), sunday: closedKindSchema.optional() }).optional(),
};

/** One holiday of a calendar, as a rule that gives its date in any year, or as a list of dates. */
export const holidayRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('fixed'), month: monthSchema, day: dayOfMonthSchema, ...named }),
  /** The nth such weekday of the month; -1 is the last. */
  z.strictObject({
    rule: z.literal('nth-weekday'),
    month: monthSchema,
    weekday: weekdaySchema,
    nth: z.union([z.literal(-1), z.number().int().min(1).max(4)]),
    ...named,
  }),
  /** The last such weekday before a date: Victoria Day is the Monday before 25 May. */
  z.strictObject({
    rule: z.literal('weekday-before'),
    month: monthSchema,
    day: dayOfMonthSchema,
    weekday: weekdaySchema,
    ...named,
  }),
  z.strictObject({
    rule: z.literal('nearest-weekday'),
    month: monthSchema,
    day: dayOfMonthSchema,
    weekday: weekdaySchema,
    ...named,
  }),
  /** Days after (before, when negative) Easter Sunday. */
  z.strictObject({ rule: z.literal('easter'), offset: z.number().int().min(-70).max(70), ...named }),
  z.strictObject({ rule: z.literal('dates'), dates: z.array(calendarDateSchema).min(1).max(500), ...named }),
  /** Every day of a span of the year, both ends included; it may run over New Year. */
  z.strictObject({
    rule: z.literal('period'),
    from: z.strictObject({ month: monthSchema, day: dayOfMonthSchema }),
    to: z.strictObject({ month: monthSchema, day: dayOfMonthSchema }),
    ...named,
  }),
]);

export type HolidayRule = z.infer<typeof holidayRuleSchema>;
