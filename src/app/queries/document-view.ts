import type { DocumentRow } from '../ports/rows.ts';
import { type Readership, type RowReader, readershipOf } from './row-reader.ts';

/** A document in a case; its bytes are at `/documents/:id`. */
export interface DocumentView {
  readonly id: string;
  readonly caseId: string;
  readonly origin: 'issued' | 'uploaded';
  /** The definition's name for an issued document. */
  readonly document?: string;
  readonly title: string;
  readonly filename: string;
  readonly mime: string;
  /** Bytes; null until they are made. */
  readonly size: number | null;
  readonly isReady: boolean;
  /** It waits for a virus scanner, or one has found something: nobody opens it. */
  readonly check?: 'waiting' | 'infected';
  readonly uploadedBy?: string;
  readonly party?: string;
  readonly createdAt: string;
  readonly readers: Readership;
}

export function documentView(row: DocumentRow, { nameOf }: Pick<RowReader, 'nameOf'>): DocumentView {
  const { id, caseId, origin, title, filename, mime, size, createdAt } = row;
  return {
    id,
    caseId,
    origin,
    ...(row.document ? { document: row.document } : {}),
    title,
    filename,
    mime,
    size,
    isReady: row.sha256 !== null && row.quarantine === null,
    ...(row.quarantine ? { check: row.quarantine } : {}),
    ...(row.uploadedBy ? { uploadedBy: nameOf(row.uploadedBy) } : {}),
    ...(row.party ? { party: row.party } : {}),
    createdAt,
    readers: readershipOf(row.audience),
  };
}
