import type { documents } from '../../../db/schema/documents.ts';
import type { DocumentRow } from '../../app/ports/rows.ts';

/** A document as it is read: while it is in quarantine, who may know of it stands in the place of its audience. */
export function documentRead({ row: _, ...document }: typeof documents.$inferSelect): DocumentRow {
  return { ...document, audience: document.heldFor ?? document.audience };
}
