import { takesPart } from '../access/takes-part.ts';
import { BIDDING_ROUNDS, type Bidding } from '../bidding.ts';
import type { CaseFile } from '../case-file.ts';
import type { EventRule } from '../definition/event-schema.ts';
import type { Party } from '../party.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { settleAt } from './offers.ts';
import { signatureOf, signed } from './signatures.ts';
import { change, type Turn } from './turn.ts';

type Step = NonNullable<EventRule['bidding']>;
type Answered = Readonly<Record<string, unknown>>;

/** Why a party cannot take this step of blind bidding now; nothing when they can. */
export function whyNoBid(theCase: CaseFile, step: Step, by: string): Refusal | undefined {
  if (theCase.room !== 'open') return refuse('RoomClosed');
  if (!bidders(theCase).some(({ id }) => id === by)) return refuse('NotYours');
  const bidding = underWay(theCase);
  if (step === 'propose') return bidding ? refuse('BiddingUnderWay') : needsTwo(theCase);
  return bidding ? WHY_NOT[step](bidding, by) : refuse('NoBidding');
}

const WHY_NOT: Readonly<Record<Exclude<Step, 'propose'>, (bidding: Bidding, by: string) => Refusal | undefined>> = {
  agree({ status, proposedBy }, by) {
    if (status !== 'proposed') return refuse('NoBidding');
    return proposedBy === by ? refuse('OwnOffer') : undefined;
  },
  bid({ status, bids }, by) {
    if (status !== 'open') return refuse('NoBidding');
    return Object.hasOwn(bids, by) ? refuse('AlreadyBid') : undefined;
  },
  stop: () => undefined,
};

function needsTwo(theCase: CaseFile): Refusal | undefined {
  const [one, other, ...more] = bidders(theCase);
  return one && other && one.side !== other.side && more.length === 0 ? undefined : refuse('BiddingNeedsTwo');
}

/**
 * Takes a step of blind bidding: who proposes it answers what the sum is for, who bids answers `amount` (cents). Gives a
 * refusal, or nothing when it is done.
 */
export function moveBidding(turn: Turn, step: Step, by: string, answers: Answered): Refusal | undefined {
  const refused = whyNoBid(turn.theCase, step, by);
  if (refused) return refused;
  const bidding = underWay(turn.theCase);
  if (step === 'propose') return put(turn, { proposedBy: by, terms: answers, status: 'proposed', round: 0, bids: {} });
  if (!bidding) return refuse('NoBidding');
  if (step === 'agree') return put(turn, { ...bidding, status: 'open', round: 1 });
  if (step === 'stop') return put(turn, { ...unsigned(bidding), status: 'over', bids: {} });
  const { amount } = answers;
  if (typeof amount !== 'number') return refuse('InvalidForm', {}, [{ path: 'amount', message: 'Say how much.' }]);
  const signatures = signed([...(bidding.signatures ?? []), ...signatureOf(turn)]);
  return bid(turn, { ...bidding, bids: { ...bidding.bids, [by]: amount }, ...signatures });
}

function bid(turn: Turn, bidding: Bidding): undefined {
  const parties = bidders(turn.theCase);
  if (parties.some(({ id }) => !Object.hasOwn(bidding.bids, id))) return put(turn, bidding);
  const amount = meetingPoint(parties, bidding);
  if (amount === undefined) return nextRound(turn, bidding);
  put(turn, { ...unsigned(bidding), status: 'settled', bids: {} });
  const others = parties.filter(({ id }) => id !== bidding.proposedBy).map(({ id }) => id);
  const { proposedBy, terms, signatures = [] } = bidding;
  settleAt(turn, { by: proposedBy, terms: { ...terms, amount }, acceptedBy: others, ...signed(signatures) });
}

function nextRound(turn: Turn, bidding: Bidding): undefined {
  const isLast = bidding.round >= BIDDING_ROUNDS;
  return put(turn, { ...unsigned(bidding), bids: {}, ...(isLast ? { status: 'over' } : { round: bidding.round + 1 }) });
}

/** A figure that settled nothing binds nobody. */
function unsigned({ signatures: _, ...bidding }: Bidding): Bidding {
  return bidding;
}

/** Halfway between the least that is asked and the most that is offered, in whole cents; half a cent is let off. */
function meetingPoint([asking, offering]: readonly Party[], { bids }: Bidding): number | undefined {
  const least = bids[asking?.id ?? ''];
  const most = bids[offering?.id ?? ''];
  if (least === undefined || most === undefined || most < least) return undefined;
  return Math.floor((least + most) / 2);
}

/** Those who take part in the case, the side that brought it first. */
function bidders({ parties }: CaseFile): Party[] {
  return parties.filter(takesPart);
}

function underWay({ bidding }: CaseFile): Bidding | undefined {
  return bidding?.status === 'proposed' || bidding?.status === 'open' ? bidding : undefined;
}

function put(turn: Turn, bidding: Bidding): undefined {
  change(turn, { bidding });
}
