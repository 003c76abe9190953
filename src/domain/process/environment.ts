import type { Actor } from '../actor.ts';
import type { Bidding } from '../bidding.ts';
import type { Answers, CaseFile, FeeLedger } from '../case-file.ts';
import type { Deadline } from '../deadline.ts';
import { oncePer } from '../definition/once-per.ts';
import type { Exhibit } from '../exhibit.ts';
import type { Offer } from '../offer.ts';
import type { Party } from '../party.ts';
import { statePath } from '../statechart.ts';

/** What an expression in a definition can see: plain JSON, made anew for each step. */
export interface Environment {
  readonly data: Answers;
  readonly party: PartyView | undefined;
  readonly parties: readonly PartyView[];
  readonly actor: { readonly id: string; readonly role: string; readonly party: string };
  /** The answers that came with the event of the step, and its `type`. */
  readonly event: { readonly type: string; readonly [field: string]: unknown };
  /** Those that the case has met: of any other, nothing is charged. */
  readonly fees: Readonly<Record<string, FeeView>>;
  /** `amount` in cents, 0 where the offer names none; `terms` in words. */
  readonly offer: {
    readonly open: boolean;
    readonly accepted: boolean;
    readonly expired: boolean;
    readonly amount: number;
    readonly terms: string;
  };
  /** `bids`: how many figures of this round are in. */
  readonly bidding: {
    readonly proposed: boolean;
    readonly open: boolean;
    readonly round: number;
    readonly bids: number;
  };
  /** The id of the stage in which the case stands. */
  readonly stage: string;
  /** The deadlines that the case is waiting for: what `deadlines` is read from. */
  readonly waiting: readonly Deadline[];
  /** Instant (UTC): what `now` and `today` are read from. */
  readonly at: string;
  /** The answers so far of the form that is being filled in: for `showIf` alone. */
  readonly form?: Readonly<Record<string, unknown>> | undefined;
  /** What `set` actions wrote during this step, in order. */
  readonly writes: readonly Write[];
}

export interface Write {
  readonly path: WritePath;
  readonly value: unknown;
}

/** `data.<form>.<field>`, `party.<form>.<field>`, `party.servedOn` or `party.responded`, in its parts. */
export type WritePath = readonly [root: string, name: string, field?: string];

/** A party as expressions see it; `data` holds the answers of its own forms. */
export interface PartyView {
  readonly id: string;
  readonly role: string;
  readonly side: string;
  readonly name: string;
  readonly state: string;
  readonly served: boolean;
  readonly servedOn: string | undefined;
  readonly responded: boolean;
  readonly joined: boolean;
  readonly outsideProvince: boolean;
  /** What it has in evidence; not what was withdrawn. */
  readonly exhibitCount: number;
  readonly data: Answers;
}

/** Cents. */
interface FeeView {
  readonly charged: number;
  readonly paid: number;
  readonly waived: number;
  readonly outstanding: number;
}

export interface Occasion {
  readonly at: string;
  readonly actor: Actor;
  readonly party?: string | undefined;
  readonly event: Environment['event'];
}

/** Builds what expressions see at one occasion in a case. */
export function environmentOf(theCase: CaseFile, occasion: Occasion): Environment {
  const parties = partyViews(theCase.exhibits ?? NO_EXHIBITS)(theCase.parties);
  return {
    data: theCase.data,
    party: parties.find((party) => party.id === occasion.party),
    parties,
    actor: actorView(occasion.actor),
    event: occasion.event,
    fees: feeViews(theCase.fees),
    offer: offerView(theCase.offers.at(-1)),
    bidding: biddingView(theCase.bidding),
    stage: theCase.stage,
    waiting: theCase.deadlines,
    at: occasion.at,
    form: undefined,
    writes: [],
  };
}

const NO_EXHIBITS: readonly Exhibit[] = [];

/** Of one command, most steps find the parties and their evidence as the one before left them. */
const partyViews = oncePer((exhibits: readonly Exhibit[]) =>
  oncePer((parties: readonly Party[]): readonly PartyView[] => parties.map((party) => partyView(party, exhibits))),
);

function partyView(party: Party, exhibits: readonly Exhibit[]): PartyView {
  return {
    id: party.id,
    role: party.role,
    side: party.side,
    name: party.name,
    state: party.chart ? statePath(party.chart) : '',
    served: party.servedOn !== undefined,
    servedOn: party.servedOn,
    responded: party.responded,
    joined: party.userId !== undefined,
    outsideProvince: party.outsideProvince,
    exhibitCount: exhibits.filter((exhibit) => exhibit.party === party.id && !exhibit.withdrawn).length,
    data: party.data,
  };
}

function actorView(actor: Actor): Environment['actor'] {
  if (actor.kind !== 'person') return { id: '', role: actor.kind, party: '' };
  return { id: actor.userId, role: actor.role, party: actor.party ?? '' };
}

function feeViews(ledgers: CaseFile['fees']): Environment['fees'] {
  const views: Record<string, FeeView> = {};
  for (const name in ledgers) views[name] = feeView(ledgers[name] as FeeLedger);
  return views;
}

function feeView(ledger: FeeLedger): FeeView {
  return { charged: ledger.charged, paid: ledger.paid, waived: ledger.waived, outstanding: outstanding(ledger) };
}

/** Cents still to be paid. */
export function outstanding(ledger: FeeLedger): number {
  return Math.max(0, ledger.charged - ledger.paid - ledger.waived);
}

const NO_OFFER: Environment['offer'] = { open: false, accepted: false, expired: false, amount: 0, terms: '' };

function offerView(offer: Offer | undefined): Environment['offer'] {
  if (!offer) return NO_OFFER;
  const { amount, terms } = offer.terms;
  return {
    open: offer.status === 'open',
    accepted: offer.status === 'accepted',
    expired: offer.status === 'expired',
    amount: typeof amount === 'number' ? amount : 0,
    terms: typeof terms === 'string' ? terms : '',
  };
}

const NO_BIDDING: Environment['bidding'] = { proposed: false, open: false, round: 0, bids: 0 };

function biddingView(bidding: Bidding | undefined): Environment['bidding'] {
  if (!bidding) return NO_BIDDING;
  return {
    proposed: bidding.status === 'proposed',
    open: bidding.status === 'open',
    round: bidding.round,
    bids: Object.keys(bidding.bids).length,
  };
}

/** What a `set` changes in the environment: what later guards of the same step see. */
export function written(environment: Environment, write: Write): Partial<Environment> {
  if (write.value === undefined) return {};
  const [root, form, field] = write.path;
  const writes = [...environment.writes, write];
  if (root === 'data' && field) {
    return {
      writes,
      data: { ...environment.data, [form]: { ...environment.data[form], [field]: write.value } },
    };
  }
  if (!environment.party) return { writes };
  const party = writeToParty(environment.party, form, field, write.value);
  return { writes, party, parties: environment.parties.map((one) => (one.id === party.id ? party : one)) };
}

function writeToParty(party: PartyView, name: string, field: string | undefined, value: unknown): PartyView {
  if (field) return { ...party, data: { ...party.data, [name]: { ...party.data[name], [field]: value } } };
  if (name === 'servedOn') return { ...party, servedOn: String(value), served: true };
  return { ...party, responded: value === true };
}
