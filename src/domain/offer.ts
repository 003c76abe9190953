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
}
