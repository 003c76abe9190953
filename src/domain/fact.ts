import type { Actor } from './actor.ts';
import type { Audience } from './audience.ts';
import type { Deadline } from './deadline.ts';
import type { Action, Outcome } from './definition/action-schema.ts';
import type { Channel } from './definition/notice-schema.ts';
import type { Offer } from './offer.ts';
import type { OrderStanding } from './order-standing.ts';
import type { ProvenBy } from './proven-by.ts';

type Kind<T extends Action['type'], K extends string> =
  Extract<Action, { type: T }> extends Record<K, infer V> ? V : never;

/** What an issued document says, frozen when it was issued; the effects layer turns it into a PDF and adds nothing. */
export interface DocumentContent {
  readonly template: string;
  readonly language: string;
  readonly title: string;
  readonly reference: string;
  readonly issuedAt: string;
  readonly issuedOn: string;
  readonly parties: readonly { readonly role: string; readonly name: string }[];
  readonly sections: readonly {
    readonly heading?: string;
    readonly paragraphs: readonly string[];
    readonly answers?: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly reasons?: readonly string[];
  readonly orders?: readonly string[];
  /** Cents. */
  readonly amount?: number;
  readonly currency: string;
  /** By which the tribunal finds the order on the paper. */
  readonly orderCode?: string;
  readonly signedBy?: string;
  /** The parties to an agreement. */
  readonly agreedBy?: readonly AgreedBy[];
}

/** A party to an agreement; where it is known: who signed for them, when in words, and how they showed who they are. */
export interface AgreedBy {
  readonly name: string;
  readonly role: string;
  readonly actedBy?: string;
  readonly when?: string;
  readonly provenBy?: ProvenBy;
}

export interface NoticeSent {
  readonly kind: 'NoticeSent';
  readonly id: string;
  readonly notice: string;
  readonly template: string;
  readonly to: {
    readonly party?: string;
    readonly userId?: string;
    readonly role: string;
    readonly name: string;
    readonly email?: string;
  };
  readonly channels: readonly Channel[];
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  /** Ids of documents that go with it. */
  readonly attach: readonly string[];
  /** Sentences on the deadlines it starts or reminds of. */
  readonly deadlines: readonly string[];
  readonly legal: boolean;
  readonly audience: Audience;
}

export interface DocumentIssued {
  readonly kind: 'DocumentIssued';
  readonly id: string;
  readonly document: string;
  readonly content: DocumentContent;
  readonly audience: Audience;
}

/** What an accepted command made true, beside the new case file. The store projects each kind into its tables. */
export type Fact =
  | NoticeSent
  | DocumentIssued
  | { readonly kind: 'DeadlineSet'; readonly deadline: Deadline; readonly audience: Audience }
  | { readonly kind: 'DeadlineExtended'; readonly deadline: Deadline; readonly audience: Audience }
  /** A migration gave it another place, or counted it anew. */
  | { readonly kind: 'DeadlineMoved'; readonly deadline: Deadline; readonly audience: Audience }
  | { readonly kind: 'DeadlineReminded'; readonly deadline: Deadline; readonly audience: Audience }
  | {
      readonly kind: 'DeadlineEnded';
      readonly id: string;
      readonly name: string;
      readonly how: 'met' | 'expired' | 'dropped';
    }
  | {
      readonly kind: 'FeeMoved';
      readonly id: string;
      readonly fee: string;
      readonly movement: 'charged' | 'paid' | 'waived' | 'refunded';
      readonly amount: number;
      readonly currency: string;
      readonly party?: string;
    }
  | {
      readonly kind: 'TaskOpened';
      readonly id: string;
      readonly task: string;
      readonly queue: string;
      readonly title: Readonly<Record<string, string>>;
      readonly priority: 'low' | 'normal' | 'high';
      readonly dueAt?: string;
      readonly party?: string;
    }
  | { readonly kind: 'TaskClosed'; readonly id: string }
  | { readonly kind: 'Assigned'; readonly role: string; readonly userId: string }
  | { readonly kind: 'Unassigned'; readonly role: string; readonly userId: string }
  /** The role's rule says `least-loaded` or `queue`: the app picks, by a command of its own right after. */
  | { readonly kind: 'AssignmentWanted'; readonly role: string; readonly how: 'least-loaded' | 'queue' }
  | { readonly kind: 'ConflictDeclared'; readonly userId: string; readonly reason: string }
  | { readonly kind: 'PartyAdded'; readonly party: string }
  | { readonly kind: 'PartyJoined'; readonly party: string; readonly userId: string }
  | { readonly kind: 'PartyServed'; readonly party: string; readonly on: string; readonly by: string }
  | { readonly kind: 'SupporterInvited'; readonly party: string; readonly supporter: string; readonly email: string }
  | {
      readonly kind: 'SupporterChanged';
      readonly party: string;
      readonly supporter: string;
      readonly capacity: 'representative' | 'helper';
    }
  | { readonly kind: 'SupporterRevoked'; readonly party: string; readonly supporter: string }
  | { readonly kind: 'ContactChanged'; readonly party: string }
  | { readonly kind: 'RoomMoved'; readonly room: 'open' | 'closed' }
  | { readonly kind: 'OfferMade'; readonly offer: Offer }
  | { readonly kind: 'OfferMoved'; readonly offer: Offer }
  | {
      readonly kind: 'MessagePosted';
      readonly id: string;
      readonly by: Actor;
      readonly body: string;
      readonly attachments: readonly string[];
      readonly audience: Audience;
    }
  | {
      readonly kind: 'DecisionIssued';
      readonly id: string;
      readonly decision: Kind<'decide', 'decision'>;
      readonly document: string;
      readonly reasons: readonly string[];
      readonly decidedBy?: string;
    }
  | {
      readonly kind: 'OrderIssued';
      readonly id: string;
      readonly order: Kind<'order', 'order'>;
      readonly document: string;
      readonly terms: readonly string[];
      readonly amount?: number;
      readonly currency: string;
      readonly code: string;
    }
  | {
      readonly kind: 'OrderMoved';
      readonly order: string;
      readonly standing: Exclude<OrderStanding, 'in-force'>;
      /** The order that stands in its place. */
      readonly replacedBy?: string;
    }
  | { readonly kind: 'DecisionPublished'; readonly decision: string; readonly title: string; readonly summary: string }
  | {
      /** With a form, or, where `form` is empty, back to where they were before; what the whole case reads, a form leaves so. */
      readonly kind: 'DocumentsFiled';
      readonly documents: readonly string[];
      readonly form: string;
      readonly audience: Audience;
    }
  | { readonly kind: 'CaseClosed'; readonly outcome: Outcome | null };
