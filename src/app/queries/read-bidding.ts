import { audiencesOf } from '../../domain/access/audiences-of.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { QueryPorts } from './audited-read.ts';
import { type BiddingView, biddingView } from './bidding-view.ts';
import { caseFor } from './case-for.ts';

/** How blind bidding stands. Nothing when the case, or its room, does not exist for the viewer. */
export function readBidding(
  { registry, definitionOf }: Pick<QueryPorts, 'registry' | 'definitionOf'>,
  viewer: Viewer,
  caseId: string,
): BiddingView | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (!caseFile || !audiencesOf(viewer, caseFile).includes('room')) return undefined;
    return biddingView(definitionOf(caseFile.workflow), caseFile, viewer);
  });
}
