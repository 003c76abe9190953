import type { Viewer } from '../../domain/viewer.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { QueryPorts } from '../queries/audited-read.ts';
import type { DocumentView } from '../queries/document-view.ts';
import { readDocument } from '../queries/read-document.ts';

export type DocumentBytes =
  | { readonly kind: 'ready'; readonly document: DocumentView; readonly bytes: ReadableStream<Uint8Array> }
  /** Issued, and not laid out yet: a matter of seconds. */
  | { readonly kind: 'pending'; readonly document: DocumentView }
  /** In quarantine: nobody opens it. */
  | { readonly kind: 'held'; readonly document: DocumentView; readonly check: 'waiting' | 'infected' };

/**
 * A document with its bytes, for who may read it; undefined for everyone else. Throws when bytes that were stored are
 * gone: restore them from the backup.
 */
export async function readDocumentBytes(
  ports: QueryPorts & { readonly blobs: BlobStore },
  viewer: Viewer,
  documentId: string,
  language: string,
): Promise<DocumentBytes | undefined> {
  const found = await readDocument(ports, viewer, documentId, language);
  if (!found) return undefined;
  const { document, sha256 } = found;
  if (document.check) return { kind: 'held', document, check: document.check };
  if (sha256 === null) return { kind: 'pending', document };
  const bytes = await ports.blobs.get(sha256);
  if (!bytes) throw new Error(`the bytes of document ${documentId} are missing; restore blob ${sha256} from a backup`);
  return { kind: 'ready', document, bytes };
}
