import { z } from 'zod';
import { expressionSchema, nameSchema, textSchema } from '../definition/text-schema.ts';
import { clockTimeSchema } from './clock-time.ts';

/** About 27 years: longer than any order can be enforced, short enough to stay inside the supported dates. */
const MAX_COUNT = { hours: 240_000, days: 10_000, workingDays: 7_000, weeks: 1_400, months: 330 } as const;

const countSchema = z.number().int().min(0).max(MAX_COUNT.hours);

/** How long before the due time a reminder goes out: whole days (at 09:00 local) or exact hours. */
const beforeSchema = z.union([
  z.strictObject({ days: z.number().int().min(1).max(3_650) }),
  z.strictObject({ hours: z.number().int().min(1).max(10_000) }),
]);

const extensionRuleSchema = z.strictObject({
  /** Roles that may give more time. */
  by: z.array(nameSchema).min(1).max(20),
  /** Days that all extensions of one deadline may add together. */
  maxDays: z.number().int().min(1).max(3_650),
  /** How often one deadline may be extended. */
  times: z.number().int().min(1).max(100),
  /** What tells those concerned that there is more time. */
  notice: nameSchema.optional(),
});

/**
 * A deadline as a definition states it. Expressions are CEL, evaluated by the caller, who hands `computeDeadline` the
 * basis and the count.
 */
export const deadlineRuleSchema = z
  .strictObject({
    /** A date or instant to count from; default: the moment the state was entered. */
    basis: expressionSchema.optional(),
    count: countSchema,
    unit: z.enum(['days', 'workingDays', 'weeks', 'months', 'hours']),
    /** The last entry whose condition holds sets the count instead. */
    countWhen: z
      .array(z.strictObject({ if: expressionSchema, count: countSchema }))
      .max(20)
      .optional(),
    /** True (the default): the basis day is not counted. False: it is day 1. */
    skipFirst: z.boolean().optional(),
    /** Local time at which the last day ends for this purpose; default 23:59. That whole minute is still in time. */
    at: clockTimeSchema.optional(),
    /** What happens when the last day is not a working day; default `none`. */
    roll: z.enum(['none', 'next-working-day', 'previous-working-day']).optional(),
    reminders: z
      .array(z.strictObject({ before: beforeSchema, notice: nameSchema }))
      .max(20)
      .optional(),
    extend: extensionRuleSchema.optional(),
    /** Roles that have to keep it; default: the party whose chart runs it, or everyone for the chart of the case. */
    binds: z.array(nameSchema).min(1).max(20).optional(),
    /** Another calendar than the definition's. */
    calendar: z.string().min(1).max(64).optional(),
    /** Why there is this deadline, for the person it binds; `{count}` stands for the number. */
    why: textSchema,
  })
  .superRefine(refuseDayRulesOnHours)
  .superRefine(refuseImpossibleCounts);

export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;
export type DeadlineUnit = DeadlineRule['unit'];
export type Roll = NonNullable<DeadlineRule['roll']>;

type RuleIssues = z.RefinementCtx;

/** Hours are exact elapsed time: they run through nights and holidays and end at no set time of day. */
function refuseDayRulesOnHours(rule: { unit: string; at?: unknown; roll?: unknown }, issues: RuleIssues): void {
  if (rule.unit !== 'hours') return;
  const message = 'A deadline in hours runs through nights and holidays. Remove this, or count in days or workingDays.';
  if (rule.at !== undefined) issues.addIssue({ code: 'custom', path: ['at'], message });
  if (rule.roll !== undefined && rule.roll !== 'none') issues.addIssue({ code: 'custom', path: ['roll'], message });
}

/** A count of 0 means the basis day itself; counting that day as day 1 would end the day before. */
function refuseImpossibleCounts(rule: CountedRule, issues: RuleIssues): void {
  const least = rule.skipFirst === false ? 1 : 0;
  const most = MAX_COUNT[rule.unit];
  for (const { count, path } of everyCount(rule)) {
    if (count >= least && count <= most) continue;
    const message = `This count is from ${least} to ${most} ${rule.unit}${least ? ', because the first day is day 1' : ''}.`;
    issues.addIssue({ code: 'custom', path, message });
  }
}

interface CountedRule {
  readonly count: number;
  readonly unit: keyof typeof MAX_COUNT;
  readonly skipFirst?: boolean | undefined;
  readonly countWhen?: readonly { readonly count: number }[] | undefined;
}

function everyCount({ count, countWhen = [] }: CountedRule): { count: number; path: (string | number)[] }[] {
  const conditional = countWhen.map((entry, index) => ({ count: entry.count, path: ['countWhen', index, 'count'] }));
  return [{ count, path: ['count'] }, ...conditional];
}
