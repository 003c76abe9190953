import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../../src/domain/time/calendar-day.ts';
import { type ComputedDeadline, computeDeadline } from '../../../src/domain/time/deadline.ts';
import { type DeadlineRule, deadlineRuleSchema } from '../../../src/domain/time/deadline-schema.ts';
import { explainDeadline } from '../../../src/domain/time/explain-deadline.ts';
import { dueInWords } from '../../../src/domain/time/legal-date-words.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../../../src/domain/time/working-day.ts';
import { shippedCalendar } from './calendars.ts';

const calendars = fc.constantFrom(...['ca-bc', 'ca-on', 'ca-nl', 'gb-eaw', 'it', 'nz'].map(shippedCalendar));
const dates = fc.integer({ min: 19_723, max: 22_279 }).map(isoDate);
const instants = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 11, 31) })
  .map((ms) => new Date(ms).toISOString());
const bases = fc.oneof(
  dates.map((date) => ({ date })),
  instants.map((instant) => ({ instant })),
);
const clockTimes = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

const rules: fc.Arbitrary<DeadlineRule> = fc
  .record({
    count: fc.integer({ min: 1, max: 200 }),
    unit: fc.constantFrom('days', 'workingDays', 'weeks', 'months', 'hours'),
    skipFirst: fc.boolean(),
    at: clockTimes,
    roll: fc.constantFrom('none', 'next-working-day', 'previous-working-day'),
  })
  .map(({ at, roll, ...rule }) => {
    const why = { en: 'You have {count}.', fr: 'Vous avez {count}.' };
    return deadlineRuleSchema.parse(rule.unit === 'hours' ? { ...rule, why } : { ...rule, at, roll, why });
  });
const extraDays = fc.integer({ min: 0, max: 60 });

function compute(
  rule: DeadlineRule,
  basis: { date: string } | { instant: string },
  rest: Pick<Parameters<typeof computeDeadline>[0], 'calendar' | 'extraDays'>,
): ComputedDeadline {
  return computeDeadline({ rule, count: rule.count, basis, ...rest });
}

describe('for any rule, calendar and basis', () => {
  it('a later basis never gives an earlier due time', () => {
    const pairs = fc.oneof(
      fc.tuple(dates, dates).map((pair) => pair.sort().map((date) => ({ date }))),
      fc.tuple(instants, instants).map((pair) => pair.sort().map((instant) => ({ instant }))),
      fc
        .tuple(instants, fc.integer({ min: 0, max: 72 * 3_600_000 }))
        .map(([instant, more]) => [{ instant }, { instant: new Date(Date.parse(instant) + more).toISOString() }]),
    );
    fc.assert(
      fc.property(rules, calendars, pairs, extraDays, (rule, calendar, [earlier, later], extra) => {
        const first = compute(rule, earlier!, { calendar, extraDays: extra });
        const second = compute(rule, later!, { calendar, extraDays: extra });
        expect(Date.parse(second.dueAt)).toBeGreaterThanOrEqual(Date.parse(first.dueAt));
      }),
      { numRuns: 2_000 },
    );
  });

  it('a larger count or more added days never give an earlier due time', () => {
    fc.assert(
      fc.property(rules, calendars, bases, extraDays, (rule, calendar, basis, extra) => {
        const first = compute(rule, basis, { calendar });
        const more = compute({ ...rule, count: rule.count + 1 }, basis, { calendar });
        const longer = compute(rule, basis, { calendar, extraDays: extra });
        expect(Date.parse(more.dueAt)).toBeGreaterThanOrEqual(Date.parse(first.dueAt));
        expect(Date.parse(longer.dueAt)).toBeGreaterThanOrEqual(Date.parse(first.dueAt));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a rolled last day is a working day, on the side the rule says', () => {
    fc.assert(
      fc.property(rules, calendars, bases, (rule, calendar, basis) => {
        const { localDate, countedTo, rolled } = compute(rule, basis, { calendar });
        if (!rule.roll || rule.roll === 'none') expect([localDate, rolled]).toEqual([countedTo, undefined]);
        else expect(isWorkingDay(calendar, localDate)).toBe(true);
        if (rule.roll === 'next-working-day') expect(localDate >= countedTo).toBe(true);
        if (rule.roll === 'previous-working-day') expect(localDate <= countedTo).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the explanation names the last day, its time and its zone, in both languages, and leaves nothing unfilled', () => {
    fc.assert(
      fc.property(rules, calendars, bases, extraDays, (rule, calendar, basis, extra) => {
        const computed = compute(rule, basis, { calendar, extraDays: extra });
        for (const language of ['en', 'fr'] as const) {
          const text = explainDeadline(computed, rule, language);
          expect(text).toContain(dueInWords(computed, language));
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is plain JSON', () => {
    fc.assert(
      fc.property(rules, calendars, bases, (rule, calendar, basis) => {
        const computed = compute(rule, basis, { calendar });
        expect(JSON.parse(JSON.stringify(computed))).toEqual(computed);
      }),
      { numRuns: 200 },
    );
  });
});

describe('for any calendar and dates', () => {
  it('adding working days and counting them are inverses', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 0, max: 300 }), (calendar, date, count) => {
        const last = addWorkingDays(calendar, date, count);
        expect(workingDaysBetween(calendar, date, last)).toBe(count);
        if (count > 0) expect(addWorkingDays(calendar, nextWorkingDay(calendar, date), count - 1)).toBe(last);
        if (isWorkingDay(calendar, date)) expect(addWorkingDays(calendar, last, -count)).toBe(date);
      }),
      { numRuns: 500 },
    );
  });

  it('working days add up over any split', () => {
    fc.assert(
      fc.property(calendars, dates, dates, dates, (calendar, a, b, c) => {
        const whole = workingDaysBetween(calendar, a, c);
        expect(workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c)).toBe(whole);
        expect(workingDaysBetween(calendar, c, a) + whole).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('a week of calendar days holds at most five working days', () => {
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        expect(workingDaysBetween(calendar, date, addDays(date, 7))).toBeLessThanOrEqual(5);
      }),
    );
  });
});
