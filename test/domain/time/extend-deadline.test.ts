import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { addDays } from '../../../src/domain/time/calendar-day.ts';
import { computeDeadline } from '../../../src/domain/time/deadline.ts';
import type { DeadlineRule } from '../../../src/domain/time/deadline-schema.ts';
import { explainExtension } from '../../../src/domain/time/explain-deadline.ts';
import { type ExtendedDeadline, extendDeadline } from '../../../src/domain/time/extend-deadline.ts';
import { isWorkingDay } from '../../../src/domain/time/working-day.ts';
import { britishColumbia, england, responseWindow } from './calendars.ts';

const extendable: DeadlineRule = { ...responseWindow, extend: { by: ['facilitator'], maxDays: 30, times: 2 } };

function dueOn2026March16() {
  const computed = computeDeadline({
    rule: extendable,
    count: 14,
    basis: { date: '2026-03-02' },
    calendar: britishColumbia,
  });
  return { ...computed, extensions: 0, extendedDays: 0 };
}
function extend(
  days: number,
  deadline: Parameters<typeof extendDeadline>[0]['deadline'] = dueOn2026March16(),
  rule = extendable,
  engine = ENGINE_REVISION,
) {
  return extendDeadline({ rule, deadline, days, calendar: britishColumbia, engine });
}
function given(days: number, deadline?: Parameters<typeof extend>[1]): ExtendedDeadline {
  const answer = extend(days, deadline);
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`);
  return answer;
}

it('is extended by the calendar of its tribunal, which it names', () => {
  expect(given(5).calendar).toEqual({ id: 'ca-bc', version: britishColumbia.version });
});

it('is not extended by part of a day, and says what to give instead', () => {
  expect(extend(1.5)).toEqual({
    refused: 'InvalidForm',
    facts: { days: 1.5 },
    errors: [{ path: 'days', message: 'Give a whole number of days, 1 or more.' }],
  });
});

describe('a respondent who is given more time', () => {
  it('has the days added to the last day, at the same hour', () => {
    expect(given(7)).toMatchObject({
      dueAt: '2026-03-24T06:59:00.000Z',
      localDate: '2026-03-23',
      extendedFrom: '2026-03-16',
      extensions: 1,
      extendedDays: 7,
    });
  });

  it('gains what rolling gives, and is not charged for it', () => {
    const longer = given(18);
    expect(longer).toMatchObject({ countedTo: '2026-04-03', localDate: '2026-04-07', extendedDays: 18 });
    expect(given(12, longer)).toMatchObject({ localDate: '2026-04-20', extensions: 2, extendedDays: 30 });
  });

  it('reads what was added, and why the last day is when it is', () => {
    expect(explainExtension(given(7), 'en')).toBe(
      'The time was extended by 7 days. The last day is now Monday 23 March 2026, 11:59 p.m. Pacific time.',
    );
    expect(explainExtension(given(18), 'fr')).toBe(
      'Le délai a été prolongé de 18 jours, jusqu’au vendredi 3 avril 2026. Ce jour est férié (Vendredi saint). Le bureau est ' +
        'aussi fermé le lundi 6 avril 2026 (Lundi de Pâques). Le dernier jour est donc le mardi 7 avril 2026 à 23 h 59, heure du Pacifique.',
    );
  });

  it('keeps the very second of a deadline in hours, and is not rolled where the rule does not roll', () => {
    const hours: DeadlineRule = {
      count: 48,
      unit: 'hours',
      why: {},
      extend: { by: ['registrar'], maxDays: 5, times: 1 },
    };
    const basis = { instant: '2026-03-05T18:20:30Z' };
    const deadline = {
      ...computeDeadline({ rule: hours, count: 48, basis, calendar: britishColumbia }),
      extensions: 0,
      extendedDays: 0,
    };
    expect(deadline.localDate).toBe('2026-03-07');
    expect(extend(1, deadline, hours)).toMatchObject({ dueAt: '2026-03-08T17:20:30.000Z', localDate: '2026-03-08' });
  });
});

describe('an extension is refused', () => {
  it('when the rule has none', () => {
    expect(extend(7, dueOn2026March16(), responseWindow)).toMatchObject({ refused: 'NotExtendable' });
  });

  it('when it was given as often as the rule allows', () => {
    expect(extend(1, { ...dueOn2026March16(), extensions: 2, extendedDays: 2 })).toMatchObject({
      refused: 'ExtensionsUsedUp',
      facts: { times: 2 },
    });
  });

  it('when it is longer than what is left of the days allowed', () => {
    expect(extend(31)).toMatchObject({ refused: 'ExtensionTooLong', facts: { maxDays: 30, remaining: 30 } });
    expect(extend(11, { ...dueOn2026March16(), extensions: 1, extendedDays: 20 })).toMatchObject({
      facts: { remaining: 10 },
    });
    expect(isRefusal(extend(30))).toBe(false);
  });

  it('when it is not a whole number of days', () => {
    for (const days of [0, -1, 1.5, Number.NaN]) {
      expect(extend(days)).toMatchObject({ refused: 'InvalidForm', errors: [{ path: 'days' }] });
    }
  });
});

describe('more time for what is due on the working day before', () => {
  const back: DeadlineRule = { ...extendable, roll: 'previous-working-day' };
  const onThursday = { ...dueOn2026March16(), dueAt: '2026-03-20T06:59:00.000Z', localDate: '2026-03-19' };
  const onFriday = { ...onThursday, dueAt: '2026-03-21T06:59:00.000Z', localDate: '2026-03-20' };
  const beforeEaster = { ...onThursday, dueAt: '2026-04-03T06:59:00.000Z', localDate: '2026-04-02' };

  it('is refused where it would end on the present last day, and says how many days it takes', () => {
    for (const days of [1, 2])
      expect(extend(days, onFriday, back)).toEqual({
        refused: 'ExtensionGivesNothing',
        facts: { days, least: 3 },
      });
    expect(extend(4, beforeEaster, back)).toMatchObject({ refused: 'ExtensionGivesNothing', facts: { least: 5 } });
    expect(extend(5, beforeEaster, back)).toMatchObject({ localDate: '2026-04-07', extendedDays: 5 });
  });

  it('uses up only the days that were gained', () => {
    expect(extend(2, onThursday, back)).toMatchObject({
      days: 2,
      countedTo: '2026-03-21',
      localDate: '2026-03-20',
      extendedDays: 1,
    });
  });

  it('was given for nothing by revision 2, and used up all its days', () => {
    expect(extend(2, onFriday, back, 2)).toMatchObject({ localDate: '2026-03-20', extensions: 1, extendedDays: 2 });
    expect(extend(2, onThursday, back, 2)).toMatchObject({ localDate: '2026-03-20', extendedDays: 2 });
  });
});

describe('more time for what was due in an hour that the clocks passed over', () => {
  const nightly: DeadlineRule = { ...extendable, at: '01:30', roll: 'none' };
  const request = { rule: nightly, calendar: england, engine: ENGINE_REVISION };
  const moved = {
    ...computeDeadline({ rule: nightly, count: 1, basis: { date: '2026-03-28' }, calendar: england }),
    extensions: 0,
    extendedDays: 0,
  };

  it('ends at the hour that the rule names', () => {
    expect(moved).toMatchObject({ localDate: '2026-03-29', dueAt: '2026-03-29T01:30:00.000Z' });
    expect(extendDeadline({ ...request, deadline: moved, days: 1 })).toMatchObject({
      localDate: '2026-03-30',
      dueAt: '2026-03-30T00:30:00.000Z',
    });
  });

  it('ended an hour later by revision 2', () => {
    expect(extendDeadline({ ...request, deadline: moved, days: 1, engine: 2 })).toMatchObject({
      dueAt: '2026-03-30T01:30:00.000Z',
    });
  });
});

describe('any extension that is not refused', () => {
  it('ends later than before, on a working day where it rolls, and never uses up more days than it gives', () => {
    const start = '2026-01-01';
    const rolls = fc.constantFrom('none' as const, 'next-working-day' as const, 'previous-working-day' as const);
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), fc.integer({ min: 1, max: 30 }), rolls, (offset, days, roll) => {
        const rule = { ...extendable, roll };
        const basis = { date: addDays(start, offset) };
        const before = computeDeadline({ rule, count: 14, basis, calendar: britishColumbia });
        const longer = extend(days, { ...before, extensions: 0, extendedDays: 0 }, rule);
        if (isRefusal(longer)) {
          expect(longer.refused).toBe('ExtensionGivesNothing');
          const least = longer.facts.least as number;
          expect(least).toBeGreaterThan(days);
          expect(isRefusal(extend(least, { ...before, extensions: 0, extendedDays: 0 }, rule))).toBe(false);
          return;
        }
        expect(longer.localDate > before.localDate).toBe(true);
        expect(Date.parse(longer.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
        expect(longer.localDate >= addDays(before.localDate, longer.extendedDays)).toBe(true);
        if (roll !== 'none') expect(isWorkingDay(britishColumbia, longer.localDate)).toBe(true);
      }),
    );
  });
});
