import { may } from '../../domain/access/authority.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import { caseFor } from '../queries/case-for.ts';

/**
 * Takes off a file that its uploader has not filed: nobody reads it any more, and its room is free again. What was filed,
 * or is open to others from the start, stays: they may have read it. Undefined when there is no such file for the viewer.
 */
export function takeOffUpload(
  { registry }: Pick<Ports, 'registry'>,
  viewer: Viewer,
  documentId: string,
): Promise<'takenOff' | Refusal | undefined> {
  return registry.commit((tx) => takeOffIn(tx, viewer, documentId));
}

/** The same within a transaction. */
export function takeOffIn(
  tx: RegistryTransaction,
  viewer: Viewer,
  documentId: string,
): 'takenOff' | Refusal | undefined {
  const row = tx.document(documentId);
  const caseFile = row && caseFor(tx, viewer, row.caseId);
  if (!row || !caseFile || row.filing === 'takenOff') return undefined;
  const { audience, uploadedBy } = row;
  if (!may(viewer, 'document.read', { caseFile, audience })) return undefined;
  const isTheirs = viewer.kind === 'user' && uploadedBy === viewer.userId;
  if (!may(viewer, 'document.takeOff', { caseFile, audience, uploadedBy }))
    return refuse(isTheirs ? 'AlreadyFiled' : 'NotYours');
  if (row.filing !== 'waiting') return refuse('AlreadyFiled');
  tx.setFiling(documentId, 'takenOff');
  return 'takenOff';
}
