import { audiencesOf } from '../../domain/access/audiences-of.ts';
import { BIDDING_ROUNDS, type Bidding } from '../../domain/bidding.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Definition } from '../../domain/definition/schema.ts';
import type { Viewer } from '../../domain/viewer.ts';

/** How blind bidding stands, for who may read the room. A figure is shown to its author alone. */
export interface BiddingView {
  readonly status: Bidding['status'] | 'none';
  /** From 1; 0 until both have agreed to bid. */
  readonly round: number;
  readonly rounds: number;
  readonly proposedBy?: string;
  readonly terms: Readonly<Record<string, unknown>>;
  /** The parties whose figure of this round is in. */
  readonly figuresIn: readonly string[];
  /** The viewer's own figure of this round, in cents. */
  readonly ownFigure?: number;
  readonly currency: string;
}

/** Ask first whether the viewer may read the room. */
export function biddingView(
  { currency }: Pick<Definition, 'currency'>,
  caseFile: CaseFile,
  viewer: Viewer,
): BiddingView {
  const { bidding } = caseFile;
  if (!bidding) return { status: 'none', round: 0, rounds: BIDDING_ROUNDS, terms: {}, figuresIn: [], currency };
  const { status, round, proposedBy, terms, bids } = bidding;
  const audiences = audiencesOf(viewer, caseFile);
  const own = Object.entries(bids).find(([party]) => audiences.includes(`own:${party}`));
  return {
    status,
    round,
    rounds: BIDDING_ROUNDS,
    proposedBy,
    terms,
    figuresIn: Object.keys(bids),
    ...(own ? { ownFigure: own[1] } : {}),
    currency,
  };
}
