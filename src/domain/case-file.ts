import type { Bidding } from './bidding.ts';
import type { Deadline } from './deadline.ts';
import type { Outcome } from './definition/action-schema.ts';
import type { Exhibit } from './exhibit.ts';
import type { Offer } from './offer.ts';
import type { KeptOrder } from './order-standing.ts';
import type { Party } from './party.ts';
import type { ChartState } from './statechart.ts';

/** Answers: form → field → value. */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Cents, for each fee. */
export interface FeeLedger {
  readonly charged: number;
  readonly paid: number;
  readonly waived: number;
  readonly refunded: number;
  /** Who was charged, or paid: what is given back or let off is theirs to know too. */
  readonly party?: string;
}

/** Work that someone in a role still has to do. */
export interface OpenTask {
  readonly id: string;
  readonly task: string;
  readonly queue: string;
  /** State path in which it was opened, with the chart: `case` or a party id. */
  readonly openedIn: { readonly chart: string; readonly state: string };
  readonly closedBy?: readonly string[];
  readonly dueAt?: string;
}

/** All that deciding needs to know of a case: the snapshot that replaying its journal must give again, byte for byte. */
export interface CaseFile {
  readonly id: string;
  readonly reference: string;
  readonly workflow: { readonly id: string; readonly version: number };
  readonly language: string;
  readonly chart: ChartState;
  readonly stage: string;
  /** Instant (UTC) at which the case entered its stage. */
  readonly stageSince: string;
  readonly status: 'open' | 'closed';
  readonly outcome: Outcome | null;
  /** Number of the last journal entry; entries are numbered from 1 without gaps. */
  readonly version: number;
  /** How many entries lie outside the without-prejudice room: the version that a member sees. */
  readonly openVersion: number;
  /** How many entries were told in confidence: no version that anybody is shown counts them. Absent: none. */
  readonly confided?: number;
  readonly openedAt: string;
  /** When the last entry was decided; no entry is dated before it, whatever the machine's clock says. */
  readonly decidedAt: string;
  readonly closedAt: string | null;
  readonly parties: readonly Party[];
  readonly data: Answers;
  readonly fees: Readonly<Record<string, FeeLedger>>;
  readonly deadlines: readonly Deadline[];
  /** What has run out, so that who comes too late is told so. */
  readonly lapsed: readonly { readonly chart: string; readonly name: string; readonly dueAt: string }[];
  readonly tasks: readonly OpenTask[];
  /** Tribunal role → user who has the case. */
  readonly assigned: Readonly<Record<string, string>>;
  /** Tribunal role → every user who has or had the case in it. */
  readonly everAssigned: Readonly<Record<string, readonly string[]>>;
  /** Users with a declared conflict: excluded from every tribunal role, whatever they hold. */
  readonly conflicts: readonly string[];
  /** Side → users who stood beside a party of it and do no longer: they have heard its secrets. Absent until somebody left. */
  readonly stoodBeside?: Readonly<Record<string, readonly string[]>>;
  readonly room: 'open' | 'closed';
  /** The offers still on the table, and the last one that was accepted. */
  readonly offers: readonly Offer[];
  /** Absent until a party proposes to bid blind. */
  readonly bidding?: Bidding;
  /** In the order in which they were filed; absent until the first is. */
  readonly exhibits?: readonly Exhibit[];
  /** The last decision and order, for those who publish, cancel or enforce them. */
  readonly lastDecision: string | null;
  readonly lastOrder: string | null;
  /** Every order with its standing, where the definition can end one; absent until the first is issued. */
  readonly orders?: readonly KeptOrder[];
}
