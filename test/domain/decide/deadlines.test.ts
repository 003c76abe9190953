import { describe, expect, it } from 'vitest';
import type { Play } from '../../../src/domain/rehearsal/simulate.ts';
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
  wasServed,
} from './a-play.ts';

const two = { applicant: 1, respondent: 2 };
const agree = { position: 'agree' };

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
    const play = aPlay(wasServed, undefined, withSecondChances());
    passes(play, 'P15D');
    expect(caseOf(play).lapsed).toMatchObject([{ name: 'responseWindow' }]);
    does(play, 'registrar', 'ALLOW_LATE', {}, 'respondent-1');
    expect(caseOf(play).lapsed).toEqual([]);
  });

  it('that runs again for one of two has run out for the other all the same', () => {
    const play = aPlay(
      [
        ...wasServed,
        { as: 'applicant', do: 'RECORD_SERVICE', party: 'respondent-2', form: { ...served, servedOn: '2026-03-01' } },
      ],
      two,
      withSecondChances(),
    );
    passes(play, 'P15D');
    expect(lapsed(play)).toEqual(['responseWindow@respondent-1', 'responseWindow@respondent-2']);
    does(play, 'registrar', 'ALLOW_LATE', {}, 'respondent-1');
    expect(lapsed(play)).toEqual(['responseWindow@respondent-2']);
    expect(does(play, 'respondent-2', 'FILE_RESPONSE', agree)).toBe('ResponseOutOfTime');
  });

  it('that has run out stays so while another of the same party starts and runs out', () => {
    const play = aPlay(issued, undefined, withSecondChances());
    passes(play, 'P91D');
    expect(lapsed(play)).toEqual(['serviceWindow@respondent-1']);
    does(play, 'registrar', 'ALLOW_LATE', {}, 'respondent-1');
    does(play, 'applicant', 'RECORD_SERVICE', served, 'respondent-1');
    expect(lapsed(play)).toEqual(['serviceWindow@respondent-1']);
    passes(play, 'PT0S');
    expect(lapsed(play)).toEqual(['serviceWindow@respondent-1', 'responseWindow@respondent-1']);
  });

  it('of an offer ends with that offer, beside any other, and is no time that somebody let pass', () => {
    const definition = changed(({ chart }) => ({
      chart: {
        ...chart,
        states: {
          ...chart.states,
          negotiation: { ...chart.states?.negotiation, after: { submitWindow: 'adjudication' } },
        },
      },
    }));
    const play = aPlay(answered, undefined, definition);
    does(play, 'applicant', 'MAKE_OFFER', { amount: 90_000 });
    does(play, 'respondent', 'COUNTER_OFFER', { amount: 50_000 });
    expect(caseOf(play).deadlines.map(({ name }) => name)).toEqual(['submitWindow', 'offerWindow']);
    passes(play, 'P8D');
    expect(caseOf(play)).toMatchObject({ deadlines: [{ name: 'submitWindow' }], lapsed: [] });
  });

  it('of a whole chart is met when the chart comes to its end', () => {
    const definition = changed(({ partyCharts }) => ({
      partyCharts: {
        respondent: { ...partyCharts?.respondent, initial: 'waiting', after: { submitWindow: '.expired' } },
      },
    }));
    const play = aPlay(wasServed, undefined, definition);
    expect(caseOf(play).deadlines.map(({ name }) => name)).toEqual(['submitWindow', 'responseWindow']);
    does(play, 'respondent', 'FILE_RESPONSE', agree);
    expect(caseOf(play).deadlines).toEqual([]);
    expect(facts(play, 'DeadlineEnded', 'all').slice(-2)).toMatchObject([{ how: 'met' }, { how: 'met' }]);
  });

  it('is dropped when the case is closed before it', () => {
    const play = aPlay(wasServed);
    does(play, 'applicant', 'WITHDRAW');
    expect(facts(play, 'DeadlineEnded', 'all').at(-1)).toMatchObject({ name: 'responseWindow', how: 'dropped' });
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

/** The registrar may let the respondent be served, or answer, after all. */
function withSecondChances() {
  return changed(({ events, partyCharts }) => {
    const states = partyCharts?.respondent?.states;
    return {
      events: { ...events, ALLOW_LATE: { by: ['registrar'], scope: 'party' as const } },
      partyCharts: {
        respondent: {
          ...partyCharts?.respondent,
          initial: 'waiting',
          states: {
            ...states,
            defaulted: { on: { ALLOW_LATE: 'served' } },
            expired: { on: { ALLOW_LATE: 'servable' } },
            servable: { on: states?.unserved?.on },
          },
        },
      },
    };
  });
}

function lapsed(play: Play): string[] {
  return caseOf(play).lapsed.map(({ name, chart }) => `${name}@${chart}`);
}
