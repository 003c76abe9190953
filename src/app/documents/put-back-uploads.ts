import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';

/** Puts back what the viewer's other tab took off while this one still holds it; what is not theirs is left alone. */
export async function putBackUploads(
  { registry }: Pick<Ports, 'registry'>,
  viewer: Viewer,
  caseId: string,
  ids: readonly string[],
): Promise<void> {
  const off = registry.read((reads) => ids.filter((id) => reads.document(id)?.filing === 'takenOff'));
  if (off.length === 0 || viewer.kind === 'stranger') return;
  await registry.commit((tx) => {
    const rows = off.flatMap((id) => tx.document(id) ?? []);
    for (const { id, ...row } of rows)
      if (row.uploadedBy === viewer.userId && row.caseId === caseId) tx.setFiling(id, 'waiting');
  });
}
