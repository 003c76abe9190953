import { takesPart } from '../access/takes-part.ts';
import type { CaseFile } from '../case-file.ts';
import type { EventRule } from '../definition/event-schema.ts';
import type { Offer } from '../offer.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { endOfferDeadline, setDeadline } from './deadlines.ts';
import { signatureOf, signed } from './signatures.ts';
import { change, nextId, partyOf, type Turn } from './turn.ts';

type OfferRule = NonNullable<EventRule['offer']>;

/** Why someone (a party, or the tribunal role that proposes) cannot do this to the offer on the table; nothing when they can. */
export function whyNoOffer(theCase: CaseFile, rule: OfferRule, by: string): Refusal | undefined {
  if (theCase.room !== 'open') return refuse('RoomClosed');
  if (rule.do === 'make') return undefined;
  const open = onTable(theCase);
  if (!open) return refuse('NoOfferOnTable');
  if (rule.do === 'withdraw') return open.by === by ? undefined : refuse('NotYours');
  if (isOwn(theCase, open, by)) return refuse('OwnOffer');
  if (rule.do === 'counter') return undefined;
  if (!partyOf(theCase, by)) return refuse('NotYours');
  return open.acceptedBy.includes(by) ? refuse('OfferAlreadyAnswered') : undefined;
}

/** What a party does to the offer on the table. Answers a refusal, or nothing when it is done. */
export function moveOffer(turn: Turn, rule: OfferRule, by: string): Refusal | undefined {
  const refused = whyNoOffer(turn.theCase, rule, by);
  if (refused) return refused;
  if (rule.do === 'make' || rule.do === 'counter') return make(turn, rule, by);
  const open = onTable(turn.theCase) as Offer;
  if (rule.do === 'accept') return put(turn, accepted(turn, open, by));
  return put(turn, { ...open, status: rule.do === 'decline' ? 'declined' : 'withdrawn' });
}

function onTable({ offers }: CaseFile): Offer | undefined {
  return offers.findLast((offer) => offer.status === 'open');
}

/** A new offer takes the place of the one on the table: of one's own side, or in answer to the other's. */
function make(turn: Turn, rule: OfferRule, by: string): undefined {
  const open = onTable(turn.theCase);
  const isTheirs = open !== undefined && !isOwn(turn.theCase, open, by);
  if (open) put(turn, { ...open, status: isTheirs ? 'countered' : 'withdrawn' });
  const { type: _, ...terms } = turn.event;
  const counters = isTheirs ? { counters: open.id } : {};
  const made = { id: nextId(turn), by, madeAt: turn.at, status: 'open' as const, ...counters, terms, acceptedBy: [] };
  const offer: Offer = { ...made, ...signed(signatureOf(turn)) };
  // Answered offers live on in the journal and in their own table; the case needs the one on the table and the last.
  change(turn, { offers: [...turn.theCase.offers.slice(-1), offer] });
  turn.facts.push({ kind: 'OfferMade', offer });
  if (rule.deadline)
    setDeadline(turn, { chart: `offer:${offer.id}`, name: rule.deadline, raises: rule.expiredNotice ?? '' });
}

function accepted(turn: Turn, offer: Offer, by: string): Offer {
  const acceptedBy = [...offer.acceptedBy, by];
  const everyone = whoMustAccept(turn, offer).every((party) => acceptedBy.includes(party));
  const signatures = signed([...(offer.signatures ?? []), ...signatureOf(turn)]);
  return { ...offer, acceptedBy, status: everyone ? 'accepted' : 'open', ...signatures };
}

/** An offer speaks for its maker's whole side: nobody there answers it. */
function isOwn(theCase: CaseFile, offer: Offer, by: string): boolean {
  const side = partyOf(theCase, by)?.side;
  return offer.by === by || (side !== undefined && partyOf(theCase, offer.by)?.side === side);
}

/** Everyone on another side who takes part. */
function whoMustAccept(turn: Turn, offer: Offer): string[] {
  const { parties } = turn.theCase;
  const side = partyOf(turn.theCase, offer.by)?.side;
  return parties.filter((party) => party.side !== side && takesPart(party)).map((party) => party.id);
}

/** What blind bidding came to stands as an offer that all have accepted; one still on the table is not answered any more. */
export function settleAt(turn: Turn, agreed: Pick<Offer, 'by' | 'terms' | 'acceptedBy' | 'signatures'>): void {
  clearTable(turn);
  const offer: Offer = { id: nextId(turn), madeAt: turn.at, status: 'accepted', ...agreed };
  change(turn, { offers: [...turn.theCase.offers.slice(-1), offer] });
  turn.facts.push({ kind: 'OfferMade', offer });
}

/** The offer on the table is withdrawn: nobody can answer it any more. */
export function clearTable(turn: Turn): void {
  const open = onTable(turn.theCase);
  if (open) put(turn, { ...open, status: 'withdrawn' });
}

/** Ends an offer whose own deadline has run out. */
export function expireOffer(turn: Turn, id: string): void {
  const open = turn.theCase.offers.find((offer) => offer.id === id && offer.status === 'open');
  if (open) put(turn, { ...open, status: 'expired' });
}

function put(turn: Turn, offer: Offer): undefined {
  change(turn, { offers: turn.theCase.offers.map((one) => (one.id === offer.id ? offer : one)) });
  turn.facts.push({ kind: 'OfferMoved', offer });
  if (offer.status !== 'open') endOfferDeadline(turn, offer.id, ENDS_ITS_DEADLINE[offer.status]);
}

/** An offer's deadline is met by agreement alone. */
const ENDS_ITS_DEADLINE: Readonly<Record<Exclude<Offer['status'], 'open'>, 'met' | 'expired' | 'dropped'>> = {
  accepted: 'met',
  expired: 'expired',
  declined: 'dropped',
  countered: 'dropped',
  withdrawn: 'dropped',
};
