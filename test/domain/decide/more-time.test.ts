import { describe, expect, it } from 'vitest';
import {
  answered,
  aPlay,
  caseOf,
  changed,
  decides,
  does,
  dueDates,
  facts,
  passes,
  served,
  submitted,
  wasServed,
} from './a-play.ts';

const two = { applicant: 1, respondent: 2 };
const agree = { position: 'agree' };
const longer = { deadline: 'responseWindow', days: 7, reason: 'In hospital.' };

describe('more time', () => {
  it('is given by who may, within the days allowed, and explained', () => {
    const play = aPlay(wasServed);
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', longer)).toBeUndefined();
    expect(dueDates(play)).toEqual({ 'responseWindow@respondent-1': '2026-03-23' });
    const [fact] = facts(play, 'DeadlineExtended');
    expect(fact).toMatchObject({ audience: 'case', deadline: { extensions: 1, extendedDays: 7 } });
    expect(fact?.deadline.why.en).toMatch(/served.*7 days/s);
    expect(fact?.deadline.reminders).toEqual([{ at: '2026-03-16T16:00:00.000Z', notice: 'response-reminder' }]);
    passes(play, 'P20D');
    expect(does(play, 'respondent', 'FILE_RESPONSE', agree)).toBeUndefined();
  });

  it('is given once, where the rule says once', () => {
    const play = aPlay([...wasServed, { as: 'registrar', do: 'EXTEND_DEADLINE', form: longer }]);
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', longer)).toBe('ExtensionsUsedUp');
  });

  it('is not given by who may not, beyond the days allowed, or of a deadline that has no such rule or does not run', () => {
    const play = aPlay(wasServed);
    for (const as of ['applicant', 'respondent', 'facilitator', 'member', 'representative:respondent-1'])
      expect(does(play, as, 'EXTEND_DEADLINE', longer)).toBe('NotYours');
    expect(
      decides(play, {
        kind: 'extend',
        actor: { kind: 'engine' },
        deadline: caseOf(play).deadlines[0]?.id ?? '',
        days: 1,
        reason: '',
      }),
    ).toBe('NotYours');
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', { ...longer, days: 31 })).toBe('ExtensionTooLong');
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', { ...longer, deadline: 'nothing' })).toBe('UnknownDeadline');
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', longer, 'respondent-9')).toBe('UnknownDeadline');
    expect(does(aPlay(), 'registrar', 'EXTEND_DEADLINE', { ...longer, deadline: 'submitWindow' })).toBe('NotYours');
  });

  it.each([0, -1, 1.5, Number.NaN, Number('1e309'), '7', undefined])('is never %s days', (days) => {
    const play = aPlay(wasServed);
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', { ...longer, days })).toBe('InvalidForm');
  });

  it('is given to the party that is meant, when two have the same deadline', () => {
    const play = aPlay(
      [...wasServed, { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: served }],
      two,
    );
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', longer, 'respondent-2')).toBeUndefined();
    expect(dueDates(play)).toEqual({
      'responseWindow@respondent-1': '2026-03-16',
      'responseWindow@respondent-2': '2026-03-23',
    });
  });

  it('is not given in a case that is closed', () => {
    expect(
      does(aPlay([...submitted, { as: 'applicant', do: 'WITHDRAW' }]), 'registrar', 'EXTEND_DEADLINE', longer),
    ).toBe('CaseClosed');
  });

  it('for an offer is unknown to who is not in the room', () => {
    const definition = changed(({ deadlines }) => ({
      deadlines: {
        ...deadlines,
        offerWindow: {
          count: 7,
          unit: 'days',
          why: { en: 'Open for {count} days.' },
          extend: { by: ['registrar', 'applicant', 'representative', 'facilitator'], maxDays: 9, times: 3 },
        },
      },
    }));
    const play = aPlay(
      [
        ...wasServed,
        { as: 'respondent', do: 'FILE_RESPONSE', form: agree },
        { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } },
      ],
      undefined,
      definition,
    );
    const offer = { deadline: 'offerWindow', days: 3 };
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', offer)).toBe('UnknownDeadline');
    expect(does(play, 'helper:applicant-1', 'EXTEND_DEADLINE', offer)).toBe('NotYours');
    for (const as of ['applicant', 'representative:applicant-1', 'facilitator'])
      expect(does(play, as, 'EXTEND_DEADLINE', offer)).toBeUndefined();
    expect(dueDates(play)).toEqual({ offerWindow: '2026-03-18' });
    expect(play.decisions.slice(-3).map(({ entry }) => entry.audience)).toEqual(['room', 'room', 'room']);
  });

  it('that several have by one name is extended for whoever is named, and for nobody when nobody is', () => {
    const second = { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: served };
    const play = aPlay([...wasServed, second], two);
    const before = dueDates(play);
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', longer)).toBe('PartyNeeded');
    expect(dueDates(play)).toEqual(before);
    expect(does(play, 'registrar', 'EXTEND_DEADLINE', longer, 'respondent-2')).toBeUndefined();
    expect(dueDates(play)).toEqual({ ...before, 'responseWindow@respondent-2': '2026-03-23' });
  });

  it('is known to conditions as the day that it ends on now, extensions included, as long as it runs', () => {
    const until = (day: string) => ({
      by: ['respondent'],
      scope: 'party' as const,
      when: `has(deadlines.responseWindow) && deadlines.responseWindow == '${day}'`,
    });
    const definition = changed(({ events, partyCharts }) => {
      const { respondent } = partyCharts ?? {};
      return {
        events: { ...events, EARLY: until('2026-03-16'), LATER: until('2026-03-23') },
        partyCharts: {
          ...partyCharts,
          respondent: { ...respondent, states: respondent?.states ?? {}, on: { EARLY: {}, LATER: {} } },
        },
      };
    });
    const play = aPlay(wasServed, undefined, definition);
    expect([does(play, 'respondent', 'EARLY'), does(play, 'respondent', 'LATER')]).toEqual([undefined, 'NotNow']);
    does(play, 'registrar', 'EXTEND_DEADLINE', longer);
    expect([does(play, 'respondent', 'EARLY'), does(play, 'respondent', 'LATER')]).toEqual(['NotNow', undefined]);
    does(play, 'respondent', 'FILE_RESPONSE', agree);
    expect(does(play, 'respondent', 'LATER')).toBe('NotNow');
  });

  it('for an offer is unknown to conditions, which move what the member sees', () => {
    const definition = changed(({ events, chart }) => ({
      events: { ...events, NUDGE: { by: ['registrar'], when: 'has(deadlines.offerWindow)' } },
      chart: { ...chart, on: { ...chart.on, NUDGE: {} } },
    }));
    const play = aPlay(
      [...answered, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 1 } }],
      undefined,
      definition,
    );
    expect(dueDates(play)).toHaveProperty('offerWindow');
    expect(does(play, 'registrar', 'NUDGE')).toBe('NotNow');
  });
});
