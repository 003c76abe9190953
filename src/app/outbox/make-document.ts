import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/** Sets an issued document as a PDF and keeps its bytes; the mails that attach it wait no longer. */
export async function makeDocument(
  { registry, processOf, blobs }: OutboxPorts,
  effects: Effects,
  { subject }: Pick<OutboxRow, 'subject'>,
): Promise<EffectOutcome> {
  const { document, caseFile, code } = registry.read((reads) => {
    const found = reads.document(subject);
    const code = found && reads.orderCodeOn(found.caseId, found.id);
    return { document: found, caseFile: found && reads.caseFile(found.caseId), code };
  });
  if (!document?.content || !caseFile) throw new Error(`document ${subject} has no content; restore a backup`);
  const { tribunal } = processOf(caseFile.workflow);
  // All in the case read it: it leads to where a code is typed, and bears none.
  const link = document.content.template === 'dispute-notice' ? `${tribunal.origin}/join` : undefined;
  const verification = code ? { code, url: `${tribunal.origin}/verify/${code}` } : undefined;
  const bytes = await effects.renderDocument(document.content, tribunal, link, verification);
  const kept = await blobs.put(bytes);
  await registry.commit((tx) => tx.recordBlob(subject, kept));
  return { kind: 'accepted', response: `${kept.size} bytes ${kept.sha256}` };
}
