import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { computeDeadline } from '../../../src/domain/time/deadline.ts';
import type { DeadlineRule } from '../../../src/domain/time/deadline-schema.ts';
import { explainExtension } from '../../../src/domain/time/explain-deadline.ts';
import { type ExtendedDeadline, extendDeadline } from '../../../src/domain/time/extend-deadline.ts';
import { britishColumbia, responseWindow } from './calendars.ts';

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
) {
  return extendDeadline({ rule, deadline, days, calendar: britishColumbia });
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
