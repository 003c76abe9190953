import { describe, expect, it } from 'vitest';
import { audiencesOf } from '../../../src/domain/access/audiences-of.ts';
import type { Viewer } from '../../../src/domain/viewer.ts';
import { answered, aPlay, bothAnswered, caseOf, changed, does, facts } from './a-play.ts';

const parties = ['applicant', 'respondent'];
const step = (bidding: 'propose' | 'agree' | 'bid' | 'stop', form?: string) => ({
  by: [...parties, 'representative'],
  privileged: true,
  bidding,
  ...(form ? { form } : {}),
});
const bidding = changed(({ events, chart }) => ({
  events: {
    ...events,
    PROPOSE_BIDDING: step('propose', 'offer'),
    AGREE_BIDDING: step('agree'),
    BID: step('bid', 'offer'),
    STOP_BIDDING: step('stop'),
  },
  chart: {
    ...chart,
    states: {
      ...chart.states,
      negotiation: {
        ...chart.states?.negotiation,
        on: {
          ...chart.states?.negotiation?.on,
          PROPOSE_BIDDING: {},
          AGREE_BIDDING: {},
          BID: {},
          STOP_BIDDING: {},
        },
      },
    },
  },
}));
const [ann, ben] = ['applicant-1', 'respondent-1'];
const proposed = { as: ann, do: 'PROPOSE_BIDDING', form: { amount: 1 } };
const agreed = [...answered, proposed, { as: ben, do: 'AGREE_BIDDING' }];
const play = (steps: Parameters<typeof aPlay>[0], many?: Parameters<typeof aPlay>[1]) => aPlay(steps, many, bidding);
const bids = (as: string, amount: number) => ({ as, do: 'BID', form: { amount } });
const last = (the: ReturnType<typeof aPlay>) => caseOf(the).offers.at(-1);

describe('blind bidding', () => {
  it.each([
    [100_00, 100_00, 100_00],
    [80_00, 100_00, 90_00],
    [100_01, 100_02, 100_01],
    [0, 0, 0],
  ])('settles halfway: the least is %d, the most is %d, the sum is %d', (least, most, sum) => {
    for (const round of [
      [bids(ann, least), bids(ben, most)],
      [bids(ben, most), bids(ann, least)],
    ]) {
      const settled = play([...agreed, ...round]);
      expect(last(settled)).toMatchObject({ by: ann, status: 'accepted', terms: { amount: sum }, acceptedBy: [ben] });
      expect(caseOf(settled).bidding).toMatchObject({ status: 'settled', bids: {} });
    }
  });

  it('settles nothing when the most that one would pay is a cent below the least that the other would take', () => {
    const apart = play([...agreed, bids(ann, 100_01), bids(ben, 100_00)]);
    expect(caseOf(apart).offers).toEqual([]);
    expect(caseOf(apart).bidding).toMatchObject({ status: 'open', round: 2, bids: {} });
  });

  it('is over after three rounds, and can be proposed anew', () => {
    const round = [bids(ann, 2), bids(ben, 1)];
    const over = play([...agreed, ...round, ...round, ...round]);
    expect(caseOf(over).bidding).toMatchObject({ status: 'over', round: 3, bids: {} });
    expect(does(over, ann, 'BID', { amount: 1 })).toBe('NoBidding');
    expect(does(over, ben, 'PROPOSE_BIDDING', { amount: 1 })).toBeUndefined();
  });

  it('takes one figure of each side a round, once both have agreed to it', () => {
    const begun = play(answered);
    expect(does(begun, ann, 'BID', { amount: 1 })).toBe('NoBidding');
    expect(does(begun, ann, 'AGREE_BIDDING')).toBe('NoBidding');
    expect(does(begun, ann, 'STOP_BIDDING')).toBe('NoBidding');
    expect(does(begun, ann, 'PROPOSE_BIDDING', { amount: 1 })).toBeUndefined();
    expect(does(begun, ann, 'AGREE_BIDDING')).toBe('OwnOffer');
    expect(does(begun, ben, 'PROPOSE_BIDDING', { amount: 1 })).toBe('BiddingUnderWay');
    expect(does(begun, ben, 'BID', { amount: 1 })).toBe('NoBidding');
    expect(does(begun, ben, 'AGREE_BIDDING')).toBeUndefined();
    expect(does(begun, ben, 'BID', { amount: 1 })).toBeUndefined();
    expect(does(begun, ben, 'BID', { amount: 2 })).toBe('AlreadyBid');
  });

  it('is for two sides who both take part', () => {
    const three = play(bothAnswered, { applicant: 1, respondent: 2 });
    expect(does(three, ann, 'PROPOSE_BIDDING', { amount: 1 })).toBe('BiddingNeedsTwo');
  });

  it('is stopped by either side, and its figures with it', () => {
    const stopped = play([...agreed, bids(ann, 5), { as: ben, do: 'STOP_BIDDING' }]);
    expect(caseOf(stopped).bidding).toMatchObject({ status: 'over', bids: {} });
  });

  it('takes an offer off the table when it settles, with its last day', () => {
    const offered = { as: ann, do: 'MAKE_OFFER', form: { amount: 100 } };
    const settled = play([...agreed, offered, bids(ann, 50), bids(ben, 60)]);
    expect(caseOf(settled).offers.map(({ status }) => status)).toEqual(['withdrawn', 'accepted']);
    expect(caseOf(settled).deadlines.filter(({ chart }) => chart.startsWith('offer:'))).toEqual([]);
  });

  it('shows a figure to nobody but its author: not to the other side, the facilitator, the registry or a member', () => {
    const begun = play([...agreed, bids(ben, 77_77), bids(ann, 88_88)]);
    const entries = begun.decisions.filter(({ entry }) => JSON.stringify(entry).match(/7777|8888/));
    expect(entries.map(({ entry }) => entry.audience)).toEqual([`own:${ben}`, `own:${ann}`]);
    expect(JSON.stringify(begun.theCase)).not.toMatch(/7777|8888/);
    expect(JSON.stringify(facts(begun, 'NoticeSent'))).not.toMatch(/7777|8888/);
    const theCase = { ...caseOf(begun), assigned: { facilitator: 'fay' } };
    const staff = (userId: string, role: 'facilitator' | 'member' | 'registrar'): Viewer => {
      return { kind: 'user', userId, email: `${userId}@x.example`, name: userId, language: 'en', roles: [role] };
    };
    for (const viewer of [staff('fay', 'facilitator'), staff('mia', 'member'), staff('rita', 'registrar')])
      expect(audiencesOf(viewer, theCase).filter((audience) => audience.startsWith('own:'))).toEqual([]);
    const themself: Viewer = { kind: 'user', userId: ann, email: '', name: '', language: 'en', roles: [] };
    expect(audiencesOf(themself, theCase).filter((audience) => audience.startsWith('own:'))).toEqual([`own:${ann}`]);
  });
});
