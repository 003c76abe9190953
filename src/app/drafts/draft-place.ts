import { may } from '../../domain/access/authority.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { DraftKey } from '../ports/drafts.ts';
import type { RegistryReads } from '../ports/registry.ts';
import { caseFor } from '../queries/case-for.ts';

/** What someone is about to do in a case. */
export interface DraftPlace {
  readonly caseId: string;
  readonly event: string;
  readonly party?: string | undefined;
}

/** Where the viewer's own draft lies; nothing when they cannot act in the case, or it does not exist for them. */
export function draftKey(
  reads: Pick<RegistryReads, 'caseFile'>,
  viewer: Viewer,
  { caseId, event, party = '' }: DraftPlace,
): DraftKey | undefined {
  const caseFile = caseFor(reads, viewer, caseId);
  if (viewer.kind === 'stranger' || !caseFile || !may(viewer, 'case.act', caseFile)) return undefined;
  return { userId: viewer.userId, caseId, event, party };
}
