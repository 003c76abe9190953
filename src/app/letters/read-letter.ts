import { may } from '../../domain/access/authority.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { BlobStore } from '../ports/blobs.ts';
import { auditedRead, type QueryPorts } from '../queries/audited-read.ts';

export interface LetterBytes {
  readonly filename: string;
  readonly bytes: ReadableStream<Uint8Array>;
}

/** The letter of a notice as it is printed, now or again; undefined for who may not post it, or while it is not made. */
export async function readLetter(
  ports: QueryPorts & { readonly blobs: BlobStore },
  viewer: Viewer,
  noticeId: string,
): Promise<LetterBytes | undefined> {
  const found = await auditedRead(ports, viewer, (reads, noteSealed) => {
    const notice = reads.notice(noticeId);
    const caseFile = notice && reads.caseFile(notice.caseId);
    const sha256 = notice?.deliveries.find(({ channel }) => channel === 'letter')?.sha256;
    if (!notice || !caseFile || !sha256 || !may(viewer, 'letter.post', caseFile)) return undefined;
    const party = caseFile.parties.find(({ id }) => id === notice.to.party);
    if (party?.isProtected) noteSealed(`case/${caseFile.id}/parties/${party.id}/contact`);
    return { sha256, filename: `${caseFile.reference}-letter.pdf` };
  });
  if (!found) return undefined;
  const bytes = await ports.blobs.get(found.sha256);
  if (!bytes)
    throw new Error(`the bytes of letter ${noticeId} are missing; restore blob ${found.sha256} from a backup`);
  return { filename: found.filename, bytes };
}
