import { describe, expect, it } from 'vitest';
import { dueIn } from '../../../src/domain/due-in.ts';
import {
  answered,
  aPlay,
  caseOf,
  changed,
  decides,
  does,
  dueDates,
  facts,
  issued,
  partyIn,
  passes,
  served,
  submitted,
  wasServed,
} from './a-play.ts';

const two = { applicant: 1, respondent: 2 };
const agree = { position: 'agree' };
const longer = { deadline: 'responseWindow', days: 7, reason: 'In hospital.' };

describe('a deadline', () => {
  it('belongs to the minute it names: an answer in that minute is in time, the next is not', () => {
    const inTime = aPlay(wasServed);
    passes(inTime, 'P14DT14H59M59S');
    expect(does(inTime, 'respondent', 'FILE_RESPONSE', agree)).toBeUndefined();
    const late = aPlay(wasServed);
    passes(late, 'P14DT15H');
    expect(does(late, 'respondent', 'FILE_RESPONSE', agree)).toBe('ResponseOutOfTime');
    expect(late.trace.at(-1)?.detail?.facts).toEqual({
      event: 'FILE_RESPONSE',
      deadline: 'responseWindow',
      dueAt: '2026-03-17T06:59:00.000Z',
    });
  });

  it('says why it falls when it does, in both languages', () => {
    const [deadline] = caseOf(aPlay(wasServed)).deadlines;
    expect(deadline?.why.en).toContain('You have 14 days from the day you were served.');
    expect(deadline?.why.fr).toContain('Vous avez 14 jours à partir de la signification.');
    expect(deadline).toMatchObject({
      basis: '2026-03-02',
      count: 14,
      calendar: { id: 'ca-bc' },
      zone: 'America/Vancouver',
      chart: 'respondent-1',
      party: 'respondent-1',
    });
  });

  it('is longer for whoever lives outside the province', () => {
    const play = aPlay(issued);
    play.theCase = {
      ...caseOf(play),
      parties: caseOf(play).parties.map((party) => ({ ...party, outsideProvince: true })),
    };
    does(play, 'applicant', 'RECORD_SERVICE', served, 'respondent-1');
    expect(dueDates(play)).toEqual({ 'responseWindow@respondent-1': '2026-04-01' });
  });

  it('is met, and gone, when what it waits for is done', () => {
    const play = aPlay(wasServed);
    does(play, 'respondent', 'FILE_RESPONSE', agree);
    expect(facts(play, 'DeadlineEnded', 'all').at(-1)).toMatchObject({ name: 'responseWindow', how: 'met' });
    expect(caseOf(play)).toMatchObject({ deadlines: [], lapsed: [] });
  });

  it('that is already over when it starts runs out at the first occasion', () => {
    const play = aPlay(issued);
    does(play, 'applicant', 'RECORD_SERVICE', { ...served, servedOn: '2026-01-02' }, 'respondent-1');
    passes(play, 'PT0S');
    expect(partyIn(play, 'respondent-1').chart?.value).toBe('defaulted');
  });

  it('is not ended by a clock that runs ahead of it, nor twice, nor by a made-up name', () => {
    const play = aPlay(wasServed);
    const actor = { kind: 'time' } as const;
    const deadline = caseOf(play).deadlines[0]?.id ?? '';
    expect(decides(play, { kind: 'expire', actor, deadline })).toBe('UnknownDeadline');
    passes(play, 'P15D');
    for (const id of [deadline, 'nothing', '__proto__'])
      expect(decides(play, { kind: 'expire', actor, deadline: id })).toBe('UnknownDeadline');
  });

  it('runs out for one of two respondents, while the other has answered', () => {
    const play = aPlay(
      [
        ...wasServed,
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: { ...served, servedOn: '2026-03-01' } },
        { as: 'respondent-1', do: 'FILE_RESPONSE', form: agree },
      ],
      two,
    );
    passes(play, 'P15D');
    expect(caseOf(play).parties.map(({ chart }) => chart?.value)).toEqual([undefined, 'responded', 'defaulted']);
    expect(
      facts(play, 'NoticeSent', 'all')
        .filter(({ notice }) => notice === 'default-available')
        .map(({ to, body }) => [to.party, body]),
    ).toEqual([['applicant-1', 'respondent-2 did not answer.']]);
    expect(does(play, 'respondent-2', 'FILE_RESPONSE', agree)).toBe('ResponseOutOfTime');
    expect(does(play, 'respondent-1', 'FILE_RESPONSE', agree)).toBe('NotNow');
  });

  it('of many fires each at its own moment, the earliest first', () => {
    const play = aPlay(
      [
        ...wasServed,
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: { ...served, servedOn: '2026-03-01' } },
      ],
      two,
    );
    passes(play, 'P120D');
    const fired = play.trace
      .filter(({ by }) => by === 'time')
      .map(({ at, event, party }) => [at.slice(0, 10), event, party]);
    expect(fired).toEqual([
      ['2026-03-09', 'reminder response-reminder', 'respondent-1'],
      ['2026-03-09', 'reminder response-reminder', 'respondent-2'],
      ['2026-03-17', 'deadline responseWindow', 'respondent-1'],
      ['2026-03-17', 'deadline responseWindow', 'respondent-2'],
    ]);
    expect([...play.trace].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))).toEqual(play.trace);
  });

  it('that runs again has not run out', () => {
    const definition = changed(({ events, partyCharts }) => ({
      events: { ...events, ALLOW_LATE: { by: ['registrar'], scope: 'party' as const } },
      partyCharts: {
        respondent: {
          ...partyCharts?.respondent,
          initial: 'waiting',
          states: { ...partyCharts?.respondent?.states, defaulted: { on: { ALLOW_LATE: 'served' } } },
        },
      },
    }));
    const play = aPlay(wasServed, undefined, definition);
    passes(play, 'P15D');
    expect(caseOf(play).lapsed).toMatchObject([{ name: 'responseWindow' }]);
    does(play, 'registrar', 'ALLOW_LATE', {}, 'respondent-1');
    expect(caseOf(play).lapsed).toEqual([]);
  });

  it('of a whole phase tells who comes late to a step inside it', () => {
    const definition = changed(() => ({
      chart: {
        initial: 'open',
        states: {
          open: {
            meta: { stage: 'intake' },
            after: { submitWindow: 'over' },
            initial: 'draft',
            states: { draft: { on: { SUBMIT: 'sent' } }, sent: {} },
          },
          over: {},
        },
      },
    }));
    const play = aPlay([], undefined, definition);
    expect(does(play, 'applicant', 'WITHDRAW')).toBe('NotInThisState');
    passes(play, 'P31D');
    expect(does(play, 'applicant', 'SUBMIT', { amount: 1, what: 'x' })).toBe('ResponseOutOfTime');
  });

  it('whose state stays where it is by its own rules has run out all the same', () => {
    const definition = changed(({ chart }) => ({
      chart: {
        ...chart,
        states: {
          ...chart.states,
          intake: {
            meta: { stage: 'intake' },
            initial: 'draft',
            states: {
              draft: { on: { SUBMIT: 'review' }, after: { submitWindow: { target: 'review', guard: 'paid' } } },
              review: {},
            },
          },
        },
      },
      guards: { ...changed(() => ({})).guards, paid: 'fees.application.paid > 0' },
    }));
    const play = aPlay([], undefined, definition);
    passes(play, 'P31D');
    expect(caseOf(play)).toMatchObject({
      chart: { value: { intake: 'draft' } },
      deadlines: [],
      lapsed: [{ name: 'submitWindow' }],
    });
    expect(does(play, 'applicant', 'SUBMIT', { amount: 1, what: 'x' })).toBeUndefined();
  });

  it('from an hour or a date of the answers counts from there', () => {
    const definition = changed(({ deadlines }) => ({
      deadlines: {
        ...deadlines,
        submitWindow: { basis: 'now', count: 36, unit: 'hours', why: { en: 'You have {count} hours.' } },
      },
    }));
    expect(caseOf(aPlay([], undefined, definition)).deadlines).toMatchObject([{ dueAt: '2026-03-04T05:00:00.000Z' }]);
  });
});

describe('a reminder', () => {
  it('goes to whom the deadline binds, on its morning, once', () => {
    const play = aPlay(
      [
        ...wasServed,
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: { ...served, servedOn: '2026-03-02' } },
        { as: 'respondent-2', do: 'FILE_RESPONSE', form: agree },
      ],
      two,
    );
    passes(play, 'P8D');
    const [entry] = play.trace.filter(({ event }) => event.startsWith('reminder'));
    expect(entry?.at).toBe('2026-03-09T16:00:00.000Z');
    expect(
      facts(play, 'NoticeSent').map(({ to, subject, deadlines }) => [to.party, subject, deadlines.length]),
    ).toEqual([['respondent-1', 'Answer by Monday 16 March 2026', 1]]);
    expect(facts(play, 'DeadlineReminded')).toHaveLength(1);
    passes(play, 'P1D');
    expect(play.trace.filter(({ event }) => event.startsWith('reminder'))).toHaveLength(1);
  });

  it('is not sent before its time, of a deadline that is gone, or twice', () => {
    const play = aPlay(wasServed);
    const deadline = caseOf(play).deadlines[0]?.id ?? '';
    const remind = (notice = 'response-reminder', id = deadline) =>
      decides(play, { kind: 'remind', actor: { kind: 'time' }, deadline: id, notice });
    expect(remind()).toBe('UnknownDeadline');
    expect(remind('response-reminder', 'nothing')).toBe('UnknownDeadline');
    play.now = '2026-03-10T00:00:00.000Z';
    expect(remind('dispute-notice')).toBe('UnknownDeadline');
    expect(remind()).toBeUndefined();
    expect(remind()).toBe('UnknownDeadline');
  });

  it('of the same minute comes before the deadline itself', () => {
    const play = aPlay(wasServed);
    const [deadline] = caseOf(play).deadlines;
    if (!deadline) throw new Error('the respondent has no deadline');
    const at = '2026-03-17T07:00:00.000Z';
    const both = { ...caseOf(play), deadlines: [{ ...deadline, reminders: [{ at, notice: 'response-reminder' }] }] };
    expect(dueIn(both, at).map(({ notice }) => notice)).toEqual(['response-reminder', undefined]);
    expect(dueIn(both, '2026-03-17T06:59:59.999Z')).toEqual([]);
  });
});

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
