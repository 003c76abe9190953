import type { ProvenBy } from './proven-by.ts';

/** A without-prejudice proposal. Amounts are cents. Privileged: the deciding member never sees it. */
export interface Offer {
  readonly id: string;
  /** The party who made it, or the tribunal role: `facilitator`. */
  readonly by: string;
  readonly madeAt: string;
  readonly status: 'open' | 'accepted' | 'declined' | 'countered' | 'withdrawn' | 'expired';
  /** The offer this one answers. */
  readonly counters?: string;
  /** The form's answers: amount, terms, until when. */
  readonly terms: Readonly<Record<string, unknown>>;
  /** Parties that said yes; the offer is accepted when all but its maker have. */
  readonly acceptedBy: readonly string[];
  /** Of the parties who made or accepted it, as far as it is known how they showed who they are. */
  readonly signatures?: readonly Signature[];
}

/** A party stands by an offer: from when on, and how whoever signed for them showed who they are. */
export interface Signature {
  readonly party: string;
  /** Who acted for the party, by name. */
  readonly actedBy?: string;
  /** Instant (UTC). */
  readonly at: string;
  readonly provenBy: ProvenBy;
}
