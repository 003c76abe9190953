import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/domain/time/calendar-schema.ts';
import type { Basis } from '../../../src/domain/time/count-start.ts';
import { computeDeadline } from '../../../src/domain/time/deadline.ts';
import { type DeadlineRule, deadlineRuleSchema } from '../../../src/domain/time/deadline-schema.ts';
import { expiresAt } from '../../../src/domain/time/expires-at.ts';
import { britishColumbia, england, responseWindow, shippedCalendar } from './calendars.ts';

function due(rule: Partial<DeadlineRule>, basis: Basis, calendar: Calendar = britishColumbia, extraDays = 0) {
  const whole = { ...responseWindow, roll: 'none', ...rule } as DeadlineRule;
  return computeDeadline({ rule: whole, count: whole.count, basis, calendar, extraDays });
}
const days = (count: number, rule: Partial<DeadlineRule> = {}) => ({ count, unit: 'days', ...rule }) as const;
const rolled = { roll: 'next-working-day' } as const;

describe('a deadline keeps what it takes to say why it falls when it does', () => {
  it('names the cut-off hour only where it held the first day over', () => {
    expect(due(days(5), { instant: '2026-03-02T16:30:00.000Z' }, england).cutOff).toBe('16:00');
    expect(due(days(5), { instant: '2026-03-02T11:30:00.000Z' }, england)).not.toHaveProperty('cutOff');
    expect(due(days(5), { date: '2026-03-02' }, england)).not.toHaveProperty('cutOff');
  });

  it('says how it is rolled, by its rule or not at all', () => {
    expect(due(days(5, rolled), { date: '2026-03-02' }).roll).toBe('next-working-day');
    const { roll: _, ...unrolled } = { ...responseWindow, ...days(5) };
    expect(
      computeDeadline({ rule: unrolled, count: 5, basis: { date: '2026-03-02' }, calendar: britishColumbia }),
    ).toMatchObject({ roll: 'none', localDate: '2026-03-07' });
  });

  it('lists no days that were not counted where hours are', () => {
    expect(due({ count: 5, unit: 'hours' }, { instant: '2026-03-02T16:30:00.000Z' }).notCounted).toEqual([]);
  });

  it('is sure of the years that were checked, from the first day to the last, and of no others', () => {
    const { from, to } = britishColumbia.checked;
    const on = (date: string) => due(days(0), { date }).isProvisional;
    expect([on(`${from}-01-01`), on(`${to}-12-31`), on(`${from - 1}-12-31`), on(`${to + 1}-01-01`)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('a respondent in British Columbia who was served', () => {
  it('has until the end of 16 March when served on 2 March: the day of service is not counted', () => {
    const answer = due(days(14, rolled), { date: '2026-03-02' });
    expect(answer).toMatchObject({
      localDate: '2026-03-16',
      dueAt: '2026-03-17T06:59:00.000Z',
      zone: 'America/Vancouver',
    });
    expect(answer.calendar).toEqual({ id: 'ca-bc', version: 1 });
    expect(answer.rolled).toBeUndefined();
  });

  it('is due at 23:59 UTC−8 before 8 March 2026, and at 23:59 UTC−7 for good after it', () => {
    expect(due(days(1), { date: '2026-03-06' }).dueAt).toBe('2026-03-08T07:59:00.000Z');
    expect(due(days(1), { date: '2026-03-07' }).dueAt).toBe('2026-03-09T06:59:00.000Z');
    expect(due(days(14), { date: '2026-12-10' }).dueAt).toBe('2026-12-25T06:59:00.000Z');
    expect(due(days(14), { date: '2025-12-10' }).dueAt).toBe('2025-12-25T07:59:00.000Z');
  });

  it('gains the day when the fourteenth day is Family Day', () => {
    const answer = due(days(14, rolled), { date: '2026-02-02' });
    expect(answer).toMatchObject({ localDate: '2026-02-17', countedTo: '2026-02-16' });
    expect(answer.rolled?.over.map(({ name }) => name.en)).toEqual(['Family Day']);
  });

  it('has until Tuesday when the fourteenth day is Good Friday, for the offices close on Easter Monday too', () => {
    const answer = due(days(14, rolled), { date: '2026-03-20' });
    expect(answer).toMatchObject({ localDate: '2026-04-07', countedTo: '2026-04-03' });
    expect(answer.rolled?.over.map(({ date }) => date)).toEqual(['2026-04-03', '2026-04-06']);
  });

  it('has until 1 October when the thirtieth day is 30 September', () => {
    expect(due(days(30, rolled), { date: '2026-08-31' }).localDate).toBe('2026-10-01');
  });

  it('has until 29 December when the time ends over Christmas and Boxing Day 2026', () => {
    expect(due(days(14, rolled), { date: '2026-12-11' })).toMatchObject({
      countedTo: '2026-12-25',
      localDate: '2026-12-29',
    });
  });

  it('runs from the local date of the instant, not from the date in Greenwich', () => {
    expect(due(days(14), { instant: '2026-03-03T06:30:00Z' })).toMatchObject({
      basisDate: '2026-03-02',
      localDate: '2026-03-16',
    });
    expect(due(days(14), { instant: '2026-03-03T08:30:00Z' })).toMatchObject({
      basisDate: '2026-03-03',
      localDate: '2026-03-17',
    });
  });

  it('stays due on a weekend where the rule does not roll', () => {
    expect(due(days(14), { date: '2026-03-07' }).localDate).toBe('2026-03-21');
    expect(due(days(14, { roll: 'previous-working-day' }), { date: '2026-03-07' }).localDate).toBe('2026-03-20');
    expect(due(days(1, { roll: 'previous-working-day' }), { date: '2026-04-05' })).toMatchObject({
      localDate: '2026-04-02',
      rolled: { from: '2026-04-06', over: [{ date: '2026-04-06' }, { date: '2026-04-03' }] },
    });
  });

  it('is told of the closed days passed over on the way back, not of those ahead', () => {
    expect(due(days(1, { roll: 'previous-working-day' }), { date: '2028-12-24' })).toMatchObject({
      localDate: '2028-12-22',
      rolled: { from: '2028-12-25', over: [{ date: '2028-12-25' }] },
    });
  });

  it('gets time added in an emergency before the last day is rolled', () => {
    expect(due(days(14, rolled), { date: '2026-03-02' }, britishColumbia, 4)).toMatchObject({
      extraDays: 4,
      countedTo: '2026-03-20',
      localDate: '2026-03-20',
    });
    expect(due(days(14, rolled), { date: '2026-03-02' }, britishColumbia, 5).localDate).toBe('2026-03-23');
  });

  it('is told when the last day lies beyond the years whose holidays were checked', () => {
    expect(due(days(14), { date: '2030-12-17' }).isProvisional).toBe(false);
    expect(due(days(14), { date: '2030-12-18' }).isProvisional).toBe(true);
    expect(due(days(1), { date: '2023-12-30' }).isProvisional).toBe(true);
  });
});

describe('counting', () => {
  it('makes the basis day day 1 when the rule counts it', () => {
    expect(due(days(14, { skipFirst: false }), { date: '2026-03-02' }).localDate).toBe('2026-03-15');
    expect(due(days(1, { skipFirst: false }), { date: '2026-03-02' }).localDate).toBe('2026-03-02');
    expect(due({ count: 2, unit: 'workingDays', skipFirst: false }, { date: '2026-04-02' }).localDate).toBe(
      '2026-04-07',
    );
    expect(due({ count: 1, unit: 'workingDays', skipFirst: false }, { date: '2026-04-04' }).localDate).toBe(
      '2026-04-07',
    );
    expect(due({ count: 1, unit: 'months', skipFirst: false }, { date: '2026-03-01' }).localDate).toBe('2026-03-31');
  });

  it('takes a count of 0 as the day itself', () => {
    expect(due(days(0), { date: '2026-03-02' }).localDate).toBe('2026-03-02');
    expect(due(days(0, { skipFirst: false }), { date: '2026-03-02' }).localDate).toBe('2026-03-02');
    expect(due(days(0, rolled), { date: '2026-04-03' }).localDate).toBe('2026-04-07');
  });

  it('counts weeks as seven days and months by the calendar, to the month’s last day where there is no such day', () => {
    expect(due({ count: 2, unit: 'weeks' }, { date: '2026-03-02' }).localDate).toBe('2026-03-16');
    expect(due({ count: 1, unit: 'months' }, { date: '2026-01-31' }).localDate).toBe('2026-02-28');
    expect(due({ count: 1, unit: 'months' }, { date: '2028-01-31' }).localDate).toBe('2028-02-29');
    expect(due({ count: 12, unit: 'months' }, { date: '2028-02-29' }).localDate).toBe('2029-02-28');
  });

  it('counts working days, and says which holidays it left out', () => {
    const answer = due({ count: 5, unit: 'workingDays' }, { date: '2026-03-30' });
    expect(answer.localDate).toBe('2026-04-08');
    expect(answer.notCounted.map(({ name }) => name.en)).toEqual(['Good Friday', 'Easter Monday']);
    expect(due(days(14), { date: '2026-03-30' }).notCounted).toEqual([]);
  });

  it('counts hours exactly, through the night in which clocks change', () => {
    const toronto = shippedCalendar('ca-on');
    expect(due({ count: 24, unit: 'hours' }, { instant: '2026-03-07T17:00:00Z' }, toronto)).toMatchObject({
      dueAt: '2026-03-08T17:00:00.000Z',
      localDate: '2026-03-08',
    });
    expect(due({ count: 1, unit: 'hours' }, { instant: '2026-03-03T07:30:00.250Z' })).toMatchObject({
      dueAt: '2026-03-03T08:30:00.250Z',
      basisDate: '2026-03-02',
      localDate: '2026-03-03',
    });
  });

  it('counts hours from the end of a day whose hour nobody knows, or from its start when that day counts', () => {
    expect(due({ count: 48, unit: 'hours' }, { date: '2026-06-01' }).dueAt).toBe('2026-06-04T07:00:00.000Z');
    expect(due({ count: 48, unit: 'hours', skipFirst: false }, { date: '2026-06-01' }).dueAt).toBe(
      '2026-06-03T07:00:00.000Z',
    );
    expect(due({ count: 48, unit: 'hours' }, { date: '2026-06-01' }, britishColumbia, 1).dueAt).toBe(
      '2026-06-05T07:00:00.000Z',
    );
  });

  it('refuses to count from what is no date', () => {
    expect(() => due(days(14), { date: '2026-02-30' })).toThrow(RangeError);
  });
});

describe('a due time when clocks change', () => {
  const toronto = shippedCalendar('ca-on');

  it('moves later when clocks go forward over it', () => {
    expect(due(days(1, { at: '02:30' }), { date: '2026-03-07' }, toronto).dueAt).toBe('2026-03-08T07:30:00.000Z');
  });

  it('is the second of the two when clocks show it twice', () => {
    expect(due(days(1, { at: '01:30' }), { date: '2026-10-31' }, toronto).dueAt).toBe('2026-11-01T06:30:00.000Z');
    expect(due(days(1, { at: '01:30' }), { date: '2026-10-31' }).dueAt).toBe('2026-11-01T08:30:00.000Z');
  });
});

describe('what reaches an English court office', () => {
  const reply = (instant: string) => due(days(14, rolled), { instant }, england);

  it('counts from that day up to and including the minute of 16:00', () => {
    expect(reply('2026-03-02T16:00:00Z')).toMatchObject({ countedFrom: '2026-03-02', localDate: '2026-03-16' });
    expect(reply('2026-03-02T16:00:59Z').countedFrom).toBe('2026-03-02');
  });

  it('counts from the next working day when it comes after 16:00', () => {
    expect(reply('2026-03-02T16:01:00Z')).toMatchObject({
      basisDate: '2026-03-02',
      countedFrom: '2026-03-03',
      heldOver: 'after-cut-off',
      cutOff: '16:00',
      localDate: '2026-03-17',
    });
    expect(reply('2026-04-02T15:30:00Z')).toMatchObject({ countedFrom: '2026-04-07', localDate: '2026-04-21' });
    expect(reply('2026-06-01T15:00:00Z')).toMatchObject({ countedFrom: '2026-06-01' });
  });

  it('counts from Monday when it comes on Saturday morning, as it does on Friday night', () => {
    expect(reply('2026-03-06T20:00:00Z')).toMatchObject({ countedFrom: '2026-03-09', heldOver: 'after-cut-off' });
    expect(reply('2026-03-07T09:00:00Z')).toMatchObject({ countedFrom: '2026-03-09', heldOver: 'closed' });
  });

  it('counts a date as it stands: someone has judged it already', () => {
    expect(due(days(14, rolled), { date: '2026-03-07' }, england).countedFrom).toBe('2026-03-07');
  });

  it('is out of the tribunal’s hands when counted in hours', () => {
    expect(due({ count: 24, unit: 'hours' }, { instant: '2026-03-06T20:00:00Z' }, england).dueAt).toBe(
      '2026-03-07T20:00:00.000Z',
    );
  });

  it('follows the 2026 acknowledgement example: issued 5 January, deemed served 10 January, answer by 7 February, rolled to 9', () => {
    const served = due(days(5), { date: '2026-01-05' }, england).localDate;
    expect(served).toBe('2026-01-10');
    expect(due(days(28, { at: '16:00', ...rolled }), { date: served }, england)).toMatchObject({
      localDate: '2026-02-09',
      dueAt: '2026-02-09T16:00:00.000Z',
    });
  });
});

describe('the due minute', () => {
  it('belongs to the person: expiry comes when it has ended', () => {
    expect(expiresAt('2026-03-17T06:59:00Z')).toBe('2026-03-17T07:00:00.000Z');
    expect(expiresAt('2026-03-17T06:59:30.5Z')).toBe('2026-03-17T07:00:30.500Z');
  });
});

describe('a deadline rule in a definition', () => {
  const problemsOf = (rule: unknown) =>
    (deadlineRuleSchema.safeParse(rule).error?.issues ?? []).map(({ path }) => path.join('.'));

  it('may be as full as the published example', () => {
    const example = {
      basis: 'party.servedOn',
      count: 14,
      unit: 'days',
      countWhen: [{ if: 'party.outsideProvince', count: 30 }],
      skipFirst: true,
      at: '23:59',
      roll: 'next-working-day',
      reminders: [{ before: { days: 7 }, notice: 'response-reminder' }],
      extend: { by: ['facilitator', 'registrar'], maxDays: 30, times: 1 },
      why: { en: 'You have {count} days from the day you were served.', fr: '…' },
    };
    expect(deadlineRuleSchema.parse(example)).toEqual(example);
  });

  it('is refused for what it cannot mean', () => {
    const rule = { count: 14, unit: 'days', why: { en: 'Because' } };
    expect(problemsOf({ ...rule, at: '24:00' })).toEqual(['at']);
    expect(problemsOf({ ...rule, unit: 'hours', at: '12:00', roll: 'next-working-day' })).toEqual(['at', 'roll']);
    expect(problemsOf({ ...rule, unit: 'hours', roll: 'none' })).toEqual([]);
    expect(problemsOf({ ...rule, skipFirst: false, count: 0, countWhen: [{ if: 'true', count: 0 }] })).toEqual([
      'count',
      'countWhen.0.count',
    ]);
    expect(problemsOf({ ...rule, unit: 'months', count: 331 })).toEqual(['count']);
    expect(problemsOf({ ...rule, reminders: [{ before: { days: 1, hours: 1 }, notice: 'x' }] })).toEqual([
      'reminders.0.before',
    ]);
    expect(problemsOf({ ...rule, rolls: 'none' })).toEqual(['']);
  });
});
