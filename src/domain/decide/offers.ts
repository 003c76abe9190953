import type { EventRule } from '../definition/event-schema.ts';
import type { Offer } from '../offer.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { endOfferDeadline, setDeadline } from './deadlines.ts';
import { change, nextId, partyOf, type Turn } from './turn.ts';

/** What a party does to the offer on the table. Answers a refusal, or nothing when it is done. */
export function moveOffer(turn: Turn, rule: NonNullable<EventRule['offer']>, by: string): Refusal | undefined {
  if (turn.theCase.room !== 'open') return refuse('RoomClosed');
  const open = turn.theCase.offers.findLast((offer) => offer.status === 'open');
  switch (rule.do) {
    case 'make':
      return make(turn, rule, by, open && open.by === by ? 'withdrawn' : 'countered');
    case 'counter':
      if (!open) return refuse('NoOfferOnTable');
      if (isOwn(turn, open, by)) return refuse('OwnOffer');
      return make(turn, rule, by, 'countered');
    case 'accept':
      return answer(turn, open, by, accept);
    case 'decline':
      return answer(turn, open, by, (offer) => ({ ...offer, status: 'declined' }));
    case 'withdraw':
      if (!open) return refuse('NoOfferOnTable');
      if (open.by !== by) return refuse('NotYours');
      return put(turn, { ...open, status: 'withdrawn' });
  }
}

function make(turn: Turn, rule: NonNullable<EventRule['offer']>, by: string, instead: Offer['status']): undefined {
  const open = turn.theCase.offers.findLast((offer) => offer.status === 'open');
  if (open) put(turn, { ...open, status: instead });
  const { type: _, ...terms } = turn.event;
  const counters = open && open.by !== by ? { counters: open.id } : {};
  const offer: Offer = { id: nextId(turn), by, madeAt: turn.at, status: 'open', ...counters, terms, acceptedBy: [] };
  // Answered offers live on in the journal and in their own table; the case needs the one on the table and the last.
  change(turn, { offers: [...turn.theCase.offers.slice(-1), offer] });
  turn.facts.push({ kind: 'OfferMade', offer });
  if (rule.deadline)
    setDeadline(turn, { chart: `offer:${offer.id}`, name: rule.deadline, raises: rule.expiredNotice ?? '' });
}

function answer(
  turn: Turn,
  open: Offer | undefined,
  by: string,
  change: (offer: Offer, turn: Turn, by: string) => Offer,
): Refusal | undefined {
  if (!open) return refuse('NoOfferOnTable');
  if (isOwn(turn, open, by)) return refuse('OwnOffer');
  if (!partyOf(turn.theCase, by)) return refuse('NotYours');
  if (open.acceptedBy.includes(by)) return refuse('OfferAlreadyAnswered');
  return put(turn, change(open, turn, by));
}

function accept(offer: Offer, turn: Turn, by: string): Offer {
  const acceptedBy = [...offer.acceptedBy, by];
  const everyone = whoMustAccept(turn, offer).every((party) => acceptedBy.includes(party));
  return { ...offer, acceptedBy, status: everyone ? 'accepted' : 'open' };
}

/** An offer speaks for its maker's whole side: nobody there answers it. */
function isOwn({ theCase }: Turn, offer: Offer, by: string): boolean {
  const side = partyOf(theCase, by)?.side;
  return offer.by === by || (side !== undefined && partyOf(theCase, offer.by)?.side === side);
}

/** Everyone on another side who takes part: those whose role has a chart of its own take part by responding. */
function whoMustAccept(turn: Turn, offer: Offer): string[] {
  const { parties } = turn.theCase;
  const side = partyOf(turn.theCase, offer.by)?.side;
  return parties.filter((party) => party.side !== side && (!party.chart || party.responded)).map((party) => party.id);
}

/** Ends an offer whose own deadline has run out. */
export function expireOffer(turn: Turn, id: string): void {
  const open = turn.theCase.offers.find((offer) => offer.id === id && offer.status === 'open');
  if (open) put(turn, { ...open, status: 'expired' }, 'expired');
}

function put(turn: Turn, offer: Offer, how: 'met' | 'expired' = 'met'): undefined {
  change(turn, { offers: turn.theCase.offers.map((one) => (one.id === offer.id ? offer : one)) });
  turn.facts.push({ kind: 'OfferMoved', offer });
  if (offer.status !== 'open') endOfferDeadline(turn, offer.id, how);
}
