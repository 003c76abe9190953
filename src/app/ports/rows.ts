import type { Actor } from '../../domain/actor.ts';
import type { Audience } from '../../domain/audience.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { DocumentContent, Fact } from '../../domain/fact.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { Offer } from '../../domain/offer.ts';
import type { OrderStanding } from '../../domain/order-standing.ts';
import type { DecisionInRegister } from '../../domain/texts/public-decision-of.ts';

/** What a list of cases shows of each. The case file holds the rest. */
export interface CaseRow {
  readonly id: string;
  readonly reference: string;
  readonly workflowId: string;
  readonly workflowVersion: number;
  readonly stage: string;
  readonly state: string;
  readonly status: 'open' | 'closed';
  readonly outcome: string | null;
  readonly openVersion: number;
  readonly version: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  /** When the stage's target or the oldest open task falls due, whichever is first; past it the case is overdue. */
  readonly dueBy: string | null;
}

export type JournalRow = JournalEntry & {
  readonly caseId: string;
  readonly previousHash: string;
  readonly hash: string;
};

export type DeadlineStatus = 'open' | 'met' | 'expired' | 'dropped';
export type DeadlineRow = Deadline & {
  readonly caseId: string;
  readonly status: DeadlineStatus;
  readonly endedAt: string | null;
  readonly audience: Audience;
};

export interface DeliveryRow {
  readonly channel: string;
  /** `ready`: a letter that waits to be posted. `delivered`: it is known to have arrived; `sent`, that it is on its way. */
  readonly status: 'queued' | 'sending' | 'ready' | 'sent' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly lastAttemptAt: string | null;
  /** The proof: what the channel's server answered, and our Message-ID. */
  readonly response: string | null;
  readonly messageId: string | null;
  /** When it is known to have arrived. */
  readonly arrivedAt: string | null;
  /** Of a letter: the local date of posting, the carrier's number, and the hash of what was printed. */
  readonly postedOn: string | null;
  readonly tracking: string | null;
  readonly sha256: string | null;
}
export interface NoticeRow extends Omit<Extract<Fact, { kind: 'NoticeSent' }>, 'kind'> {
  readonly caseId: string;
  readonly sentAt: string;
  readonly readAt: string | null;
  readonly deliveries: readonly DeliveryRow[];
}

export interface DocumentRow {
  readonly id: string;
  readonly caseId: string;
  /** `issued` by the tribunal, or `uploaded` by someone. */
  readonly origin: 'issued' | 'uploaded';
  /** The definition's name for an issued document. */
  readonly document: string | null;
  readonly title: string;
  readonly filename: string;
  readonly mime: string;
  readonly size: number | null;
  /** Null until the bytes are made and stored. */
  readonly sha256: string | null;
  readonly content: DocumentContent | null;
  readonly uploadedBy: string | null;
  readonly party: string | null;
  /** Of an upload: whether anything was filed with it yet, or its uploader has taken it off before; null when issued. */
  readonly filing: 'waiting' | 'filed' | 'takenOff' | null;
  readonly createdAt: string;
  /** Who may read it; of what is in quarantine, who may know of it. */
  readonly audience: Audience;
  /** Nobody opens it: it waits for a virus scanner, or one has found something. */
  readonly quarantine: 'waiting' | 'infected' | null;
  /** Who may know of it while it is in quarantine. */
  readonly heldFor: Audience | null;
}

export interface MessageRow {
  readonly id: string;
  readonly caseId: string;
  readonly by: Actor;
  readonly body: string;
  readonly attachments: readonly string[];
  readonly at: string;
  readonly audience: Audience;
}
export type OfferRow = Offer & { readonly caseId: string; readonly audience: Audience };
/** Whether it still has to be followed, and if not, since when. */
export interface Standing {
  readonly standing: OrderStanding;
  readonly standingAt: string | null;
}
export type OrderRow = Omit<Extract<Fact, { kind: 'OrderIssued' }>, 'kind'> &
  Standing & {
    readonly caseId: string;
    readonly at: string;
    /** The order that stands in its place. */
    readonly replacedBy: string | null;
  };
/** An order by the code on its paper, and what the paper says. */
export interface VerifiedOrderRow extends Standing {
  readonly code: string;
  readonly order: string;
  readonly at: string;
  readonly reference: string;
  readonly workflow: string;
  readonly amount?: number;
  readonly currency: string;
  readonly title: string;
  readonly language: string;
  readonly issuedOn: string;
  readonly parties: readonly { readonly role: string; readonly name: string }[];
  readonly sha256: string | null;
  readonly size: number | null;
  /** The published decision on the same paper. */
  readonly decision: string | null;
}
export type DecisionRow = Omit<Extract<Fact, { kind: 'DecisionIssued' }>, 'kind'> &
  Standing & {
    readonly caseId: string;
    readonly at: string;
    readonly published: { readonly title: string; readonly summary: string; readonly at: string } | null;
  };
export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly task: string;
  readonly queue: string;
  readonly title: Readonly<Record<string, string>>;
  readonly priority: 'low' | 'normal' | 'high';
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
}
export type FeeRow = Omit<Extract<Fact, { kind: 'FeeMoved' }>, 'kind'> & {
  readonly caseId: string;
  readonly at: string;
};

/** What the public may read of a published decision: names as initials. */
export interface PublicDecision extends Standing {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly summary: string;
  readonly decision: string;
  readonly issuedAt: string;
  /** Instant (UTC) at which it came into the register: by it the register is sorted. */
  readonly publishedAt: string;
  /** Local date of the same. */
  readonly publishedOn: string | null;
  readonly workflow: string;
  /** The definition's name of its paper: `dismissal`. */
  readonly type: string | null;
  readonly outcome: string | null;
  /** What it orders. */
  readonly order: DecisionInRegister['order'];
}
