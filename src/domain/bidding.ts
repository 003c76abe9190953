import type { Signature } from './offer.ts';

/** After so many rounds without an agreement the bidding is over. */
export const BIDDING_ROUNDS = 3;

/**
 * Blind bidding between two parties: one says the least they would take, the other the most they would pay, and neither
 * sees the other's figure. A round settles at the midpoint when the figures meet; the figures of one that does not are
 * forgotten here, and stay readable to nobody but their authors in the journal.
 */
export interface Bidding {
  readonly proposedBy: string;
  /** What the sum is for, as the proposer's form says it. */
  readonly terms: Readonly<Record<string, unknown>>;
  readonly status: 'proposed' | 'open' | 'settled' | 'over';
  /** From 1; 0 until both have agreed to bid. */
  readonly round: number;
  /** The figures of this round so far: party → cents. */
  readonly bids: Readonly<Record<string, number>>;
  /** Of those whose figure of this round is in. */
  readonly signatures?: readonly Signature[];
}
