import { describe, expect, it } from 'vitest';
import {
  answered,
  aPlay,
  bothAnswered,
  caseOf,
  changed,
  decides,
  does,
  dueDates,
  facts,
  issued,
  passes,
  wasServed,
} from './a-play.ts';

const withdrawable = changed(({ events, chart }) => ({
  events: {
    ...events,
    WITHDRAW_OFFER: { by: ['applicant', 'respondent'], privileged: true, offer: { do: 'withdraw' } },
    PROPOSE: { by: ['facilitator'], form: 'offer', privileged: true, offer: { do: 'make' } },
    ACCEPT_OFFER: { by: ['applicant', 'respondent', 'facilitator'], privileged: true, offer: { do: 'accept' } },
    CLOSE_ROOM: { by: ['facilitator'] },
  },
  chart: {
    ...chart,
    states: {
      ...chart.states,
      negotiation: {
        ...chart.states?.negotiation,
        on: {
          ...chart.states?.negotiation?.on,
          WITHDRAW_OFFER: {},
          PROPOSE: {},
          CLOSE_ROOM: { actions: [{ type: 'privilege', room: 'close' }] },
        },
      },
    },
  },
}));
const two = { applicant: 1, respondent: 2 };
const twoApplicants = { applicant: 2, respondent: 1 };
const offers = (play: ReturnType<typeof aPlay>) =>
  caseOf(play).offers.map(({ by, status, terms }) => [by, status, terms.amount]);
const fromAnn = { as: 'applicant-1', do: 'MAKE_OFFER', form: { amount: 100 } };

describe('an offer', () => {
  it('lies on the table with its own last day, in the room alone', () => {
    const play = aPlay([...answered, fromAnn]);
    expect(offers(play)).toEqual([['applicant-1', 'open', 100]]);
    expect(dueDates(play)).toEqual({ offerWindow: '2026-03-09' });
    expect(facts(play, 'DeadlineSet')).toMatchObject([{ audience: 'room' }]);
    expect(play.decisions.at(-1)?.entry.audience).toBe('room');
    expect(facts(play, 'NoticeSent').map(({ to, audience }) => [to.party, audience])).toEqual([
      ['respondent-1', 'caucus:respondent-1'],
    ]);
  });

  it('leaves no answers among those of the case', () => {
    const before = aPlay(answered);
    const after = aPlay([...answered, fromAnn]);
    expect(caseOf(after).data).toEqual(caseOf(before).data);
  });

  it('cannot be made before the room is open', () => {
    for (const steps of [issued, wasServed])
      expect(does(aPlay(steps), 'applicant', 'MAKE_OFFER', { amount: 1 })).toBe('NotInThisState');
  });

  it('cannot be made or answered once the room is closed', () => {
    const play = aPlay([...answered, fromAnn, { as: 'facilitator', do: 'CLOSE_ROOM' }], undefined, withdrawable);
    expect(facts(play, 'RoomMoved')).toEqual([{ kind: 'RoomMoved', room: 'closed' }]);
    expect(offers(play)).toEqual([['applicant-1', 'withdrawn', 100]]);
    expect(caseOf(play).deadlines.filter(({ chart }) => chart.startsWith('offer:'))).toEqual([]);
    expect(does(play, 'respondent', 'ACCEPT_OFFER')).toBe('RoomClosed');
    expect(does(play, 'respondent', 'MAKE_OFFER', { amount: 1 })).toBe('RoomClosed');
  });

  it('made again by the same person takes the place of the first, which counts as withdrawn', () => {
    const play = aPlay([...answered, fromAnn, { as: 'applicant', do: 'MAKE_OFFER', form: { amount: 90 } }]);
    expect(offers(play)).toEqual([
      ['applicant-1', 'withdrawn', 100],
      ['applicant-1', 'open', 90],
    ]);
    expect(caseOf(play).offers[1]).not.toHaveProperty('counters');
    expect(Object.keys(dueDates(play))).toEqual(['offerWindow']);
  });

  it('made by another of the same side takes the place of the first too, and answers nothing', () => {
    const play = aPlay(
      [...answered, fromAnn, { as: 'applicant-2', do: 'MAKE_OFFER', form: { amount: 90 } }],
      twoApplicants,
    );
    expect(offers(play)).toEqual([
      ['applicant-1', 'withdrawn', 100],
      ['applicant-2', 'open', 90],
    ]);
    expect(caseOf(play).offers[1]).not.toHaveProperty('counters');
  });

  it('answered by another offer is countered, and the new one says which it answers', () => {
    const play = aPlay([...answered, fromAnn, { as: 'respondent', do: 'COUNTER_OFFER', form: { amount: 50 } }]);
    expect(offers(play)).toEqual([
      ['applicant-1', 'countered', 100],
      ['respondent-1', 'open', 50],
    ]);
    expect(caseOf(play).offers[1]?.counters).toBe(caseOf(play).offers[0]?.id);
    does(play, 'applicant', 'MAKE_OFFER', { amount: 75 });
    expect(offers(play)).toEqual([
      ['respondent-1', 'countered', 50],
      ['applicant-1', 'open', 75],
    ]);
  });

  it('is not countered, accepted or declined when none lies there', () => {
    const play = aPlay(answered, undefined, withdrawable);
    expect(does(play, 'respondent', 'COUNTER_OFFER', { amount: 1 })).toBe('NoOfferOnTable');
    for (const event of ['ACCEPT_OFFER', 'DECLINE_OFFER', 'WITHDRAW_OFFER'])
      expect(does(play, 'respondent', event)).toBe('NoOfferOnTable');
  });

  it('is answered by nobody of the side that made it', () => {
    const play = aPlay([...answered, fromAnn], twoApplicants, withdrawable);
    for (const as of ['applicant-1', 'applicant-2']) {
      expect(does(play, as, 'ACCEPT_OFFER')).toBe('OwnOffer');
      expect(does(play, as, 'DECLINE_OFFER')).toBe('OwnOffer');
      expect(does(play, as, 'COUNTER_OFFER', { amount: 1 })).toBe('OwnOffer');
    }
    expect(offers(play)).toEqual([['applicant-1', 'open', 100]]);
  });

  it('is withdrawn by its maker alone', () => {
    const play = aPlay([...answered, fromAnn], twoApplicants, withdrawable);
    expect(does(play, 'applicant-2', 'WITHDRAW_OFFER')).toBe('NotYours');
    expect(does(play, 'respondent', 'WITHDRAW_OFFER')).toBe('NotYours');
    expect(does(play, 'applicant-1', 'WITHDRAW_OFFER')).toBeUndefined();
    expect(offers(play)).toEqual([['applicant-1', 'withdrawn', 100]]);
    expect(dueDates(play)).toEqual({});
  });

  it('is accepted when everyone on the other side has said yes, each once', () => {
    const play = aPlay([...bothAnswered, fromAnn], two);
    expect(does(play, 'respondent-1', 'ACCEPT_OFFER')).toBeUndefined();
    expect(caseOf(play)).toMatchObject({ status: 'open', offers: [{ status: 'open', acceptedBy: ['respondent-1'] }] });
    expect(does(play, 'respondent-1', 'ACCEPT_OFFER')).toBe('OfferAlreadyAnswered');
    expect(does(play, 'respondent-1', 'DECLINE_OFFER')).toBe('OfferAlreadyAnswered');
    expect(does(play, 'respondent-2', 'ACCEPT_OFFER')).toBeUndefined();
    expect(caseOf(play)).toMatchObject({ status: 'closed', outcome: 'settled', offers: [{ status: 'accepted' }] });
  });

  it('is off the table when one of them declines', () => {
    const play = aPlay([...bothAnswered, fromAnn, { as: 'respondent-1', do: 'DECLINE_OFFER' }], two);
    expect(offers(play)).toEqual([['applicant-1', 'declined', 100]]);
    expect(does(play, 'respondent-2', 'ACCEPT_OFFER')).toBe('NoOfferOnTable');
  });

  it('of the facilitator needs the yes of both sides, and none of theirs', () => {
    const play = aPlay(
      [...answered, { as: 'facilitator', do: 'PROPOSE', form: { amount: 80 } }],
      undefined,
      withdrawable,
    );
    expect(does(play, 'facilitator', 'ACCEPT_OFFER')).toBe('OwnOffer');
    does(play, 'applicant', 'ACCEPT_OFFER');
    expect(caseOf(play).status).toBe('open');
    does(play, 'respondent', 'ACCEPT_OFFER');
    expect(caseOf(play).outcome).toBe('settled');
  });

  it('of a party is not the facilitator’s to accept', () => {
    expect(does(aPlay([...answered, fromAnn], undefined, withdrawable), 'facilitator', 'ACCEPT_OFFER')).toBe(
      'NotYours',
    );
  });

  it('is never moved by time or by the engine itself', () => {
    const play = aPlay([...answered, fromAnn]);
    expect(decides(play, { kind: 'event', actor: { kind: 'time' }, type: 'ACCEPT_OFFER' })).toBe('NotYours');
  });

  it('lapses when its last minute has ended, and both are told in the room', () => {
    const play = aPlay([...answered, fromAnn]);
    passes(play, 'P7DT14H59M');
    expect(offers(play)).toEqual([['applicant-1', 'open', 100]]);
    passes(play, 'PT1M');
    expect(offers(play)).toEqual([['applicant-1', 'expired', 100]]);
    expect(caseOf(play)).toMatchObject({ deadlines: [], lapsed: [] });
    expect(facts(play, 'DeadlineEnded')).toMatchObject([{ how: 'expired' }]);
    expect(facts(play, 'NoticeSent').map(({ notice, audience }) => [notice, audience])).toEqual([
      ['offer-expired', 'caucus:applicant-1'],
      ['offer-expired', 'caucus:respondent-1'],
    ]);
    expect(play.decisions.at(-1)?.entry.audience).toBe('room');
    expect(does(play, 'respondent', 'COUNTER_OFFER', { amount: 1 })).toBe('NoOfferOnTable');
  });

  it('that says nothing when it lapses sends nothing', () => {
    const play = aPlay([...answered, fromAnn, { as: 'respondent', do: 'COUNTER_OFFER', form: { amount: 50 } }]);
    passes(play, 'P8D');
    expect(offers(play).at(-1)).toEqual(['respondent-1', 'expired', 50]);
    expect(facts(play, 'NoticeSent')).toEqual([]);
  });

  it('ends with the case, so that nobody thinks it still stands', () => {
    const play = aPlay([...answered, fromAnn, { as: 'applicant', do: 'WITHDRAW' }]);
    expect(caseOf(play)).toMatchObject({
      status: 'closed',
      room: 'closed',
      deadlines: [],
      offers: [{ status: 'expired' }],
    });
    expect(does(play, 'respondent', 'ACCEPT_OFFER')).toBe('CaseClosed');
  });
});
