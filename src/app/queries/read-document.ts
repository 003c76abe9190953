import { may } from '../../domain/access/authority.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { auditedRead, type QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { type DocumentView, documentView } from './document-view.ts';
import { rowReader } from './row-reader.ts';

/** A document, and under which hash the blob store holds its bytes; null until they are there. Not for showing. */
export interface DocumentToRead {
  readonly document: DocumentView;
  readonly sha256: string | null;
}

/** A document by its id; nothing when the viewer may not read it. A sealed one is written into the audit. */
export function readDocument(
  ports: QueryPorts,
  viewer: Viewer,
  documentId: string,
  language: string,
): Promise<DocumentToRead | undefined> {
  return auditedRead(ports, viewer, (reads, noteSealed) => {
    const row = reads.document(documentId);
    const caseFile = row && caseFor(reads, viewer, row.caseId);
    if (
      !row ||
      row.filing === 'takenOff' ||
      !caseFile ||
      !may(viewer, 'document.read', { caseFile, audience: row.audience })
    )
      return undefined;
    if (row.audience === 'sealed') noteSealed(`document/${row.id}`);
    const reader = rowReader(reads, viewer, caseFile, ports.definitionOf(caseFile.workflow), language);
    return { document: documentView(row, reader), sha256: row.sha256 };
  });
}
