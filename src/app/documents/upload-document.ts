import { may } from '../../domain/access/authority.ts';
import { rolesInCase } from '../../domain/access/roles-in-case.ts';
import { type Audience, isPrivileged } from '../../domain/audience.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { isUnseen } from '../../domain/forms/is-unseen.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Idempotency } from '../idempotency.ts';
import type { InspectUpload } from '../ports/inspect-upload.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryReads, RegistryTransaction } from '../ports/registry.ts';
import type { DocumentRow } from '../ports/rows.ts';
import { caseFor } from '../queries/case-for.ts';
import { type DocumentView, documentView } from '../queries/document-view.ts';
import { rowReader } from '../queries/row-reader.ts';
import { roomForUploads, storedFor } from './room-for-uploads.ts';
import { REFUSAL_OF_UNFIT, type UploadRefusalReason } from './upload-refusals.ts';

const MAX_TITLE_LENGTH = 300;

export interface Upload {
  readonly bytes: Uint8Array;
  readonly filename: string;
  /** What it shows, in the uploader's words; the file's name when they give none. */
  readonly description?: string | undefined;
  /** Whether the tribunal's staff may read it before it is filed with a form. */
  readonly openToTribunal: boolean;
}

export type UploadOutcome =
  | { readonly kind: 'kept'; readonly document: DocumentView }
  | { readonly kind: 'unfit'; readonly reason: UploadRefusalReason }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'keyReused' };

export type UploadPorts = Ports & { readonly inspectUpload: InspectUpload };
type User = Extract<Viewer, { kind: 'user' }>;

/**
 * Takes a file into a case: inspected, then its bytes stored, then its row. A party's file is for them and who supports
 * them (and the facilitator of the case) until they file it with a form, which says who reads it then: what will be
 * attached to an offer must not pass before the member's eyes on its way. Undefined when the case does not exist for the
 * viewer or they may not act in it.
 */
export async function uploadDocument(
  ports: UploadPorts,
  viewer: Viewer,
  caseId: string,
  upload: Upload,
  language: string,
  idempotency?: Idempotency,
): Promise<UploadOutcome | undefined> {
  if (viewer.kind === 'stranger') return undefined;
  const before = (tx: RegistryTransaction) => answered(tx, viewer, caseId, upload, idempotency);
  const known = idempotency && (await ports.registry.commit(before));
  if (known) return known;
  const found = ports.registry.read((reads) => placeFor(reads, viewer, caseId, upload));
  if (!found || 'kind' in found) return found;
  const inspected = await ports.inspectUpload(upload.bytes, upload.filename);
  if (!inspected.ok) return { kind: 'unfit', reason: REFUSAL_OF_UNFIT[inspected.reason] };
  const { sha256, size } = await ports.blobs.put(inspected.bytes ?? upload.bytes);
  const row: DocumentRow = {
    id: ports.ids.newId(),
    caseId,
    origin: 'uploaded',
    document: null,
    title: titleOf(upload, inspected.filename),
    filename: inspected.filename,
    mime: inspected.mime,
    size,
    sha256,
    content: null,
    uploadedBy: viewer.userId,
    ...found,
    filing: 'waiting',
    createdAt: ports.clock.now(),
    quarantine: inspected.isHeld ? 'waiting' : null,
    heldFor: inspected.isHeld ? heldFor(found, viewer) : null,
  };
  return ports.registry.commit((tx) => before(tx) ?? keep(ports, tx, viewer, row, language, idempotency));
}

/**
 * What the same request was answered before, for who may still act in the case, whatever became of the case since. Who
 * chooses a file again that they have taken off has it back, where there is still a place for it.
 */
function answered(
  tx: RegistryTransaction,
  viewer: User,
  caseId: string,
  upload: Upload,
  idempotency: Idempotency | undefined,
): UploadOutcome | undefined {
  const known = idempotency && tx.idempotent(viewer.userId, idempotency.key);
  if (!known || !caseActedIn(tx, viewer, caseId)) return undefined;
  if (known.requestHash !== idempotency.requestHash) return { kind: 'keyReused' };
  const document = JSON.parse(known.body) as DocumentView;
  if (tx.document(document.id)?.filing === 'takenOff') {
    const place = placeFor(tx, viewer, caseId, upload);
    if (!place || 'kind' in place) return place;
    tx.setFiling(document.id, 'waiting');
  }
  return { kind: 'kept', document };
}

/** Where the file would stand, and for whom, or why there is no place for it. */
function placeFor(
  reads: RegistryReads,
  viewer: User,
  caseId: string,
  upload: Pick<Upload, 'bytes' | 'openToTribunal'>,
): Pick<DocumentRow, 'party' | 'audience'> | UploadOutcome | undefined {
  const caseFile = caseActedIn(reads, viewer, caseId);
  if (!caseFile) return undefined;
  if (!may(viewer, 'document.upload', caseFile)) return { kind: 'refused', refusal: refuse('CaseClosed') };
  const roles = rolesInCase(viewer, caseFile);
  const party = roles.find((role) => role.standing === 'party')?.party ?? null;
  if (isFull(reads, caseFile, { party, size: upload.bytes.byteLength })) return { kind: 'unfit', reason: 'CaseFull' };
  const isFacilitating = roles.some((role) => role.standing === 'assigned' && role.role === 'facilitator');
  return { party, audience: firstReaders(party, isFacilitating, upload.openToTribunal) };
}

function caseActedIn(reads: RegistryReads, viewer: User, caseId: string): CaseFile | undefined {
  const caseFile = caseFor(reads, viewer, caseId);
  return caseFile && may(viewer, 'case.act', caseFile) ? caseFile : undefined;
}

function firstReaders(party: string | null, isFacilitating: boolean, openToTribunal: boolean): Audience {
  if (party) return openToTribunal ? `party:${party}` : `caucus:${party}`;
  return isFacilitating && !openToTribunal ? 'room' : 'tribunal';
}

/** Of what is in quarantine only the side that sent it knows; of what is for the room, nobody does. */
function heldFor({ party, audience }: Pick<DocumentRow, 'party' | 'audience'>, { userId }: User): Audience {
  if (party) return `held:${party}`;
  return isPrivileged(audience) ? `held:${userId}` : audience;
}

function isFull(
  reads: Pick<RegistryReads, 'uploaded'>,
  { id, parties }: CaseFile,
  { party, size }: Pick<DocumentRow, 'party' | 'size'>,
): boolean {
  const { files, bytes, takenOff } = reads.uploaded(id, party);
  const room = roomForUploads(party === null ? 1 : parties.length);
  const stored = storedFor(room);
  const more = bytes + (size ?? 0);
  return (
    more > room.bytes ||
    more + takenOff.bytes > stored.bytes ||
    files >= room.files ||
    files + takenOff.files >= stored.files
  );
}

/** A description is one line. */
function titleOf({ description }: Upload, filename: string): string {
  const words = (description ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ');
  return isUnseen(words) ? filename : words.trim().slice(0, MAX_TITLE_LENGTH);
}

/** Looks at the quota again: others upload at the same time. */
function keep(
  ports: UploadPorts,
  tx: RegistryTransaction,
  viewer: User,
  row: DocumentRow,
  language: string,
  idempotency: Idempotency | undefined,
): UploadOutcome | undefined {
  const caseFile = caseActedIn(tx, viewer, row.caseId);
  if (!caseFile) return undefined;
  if (isFull(tx, caseFile, row)) return { kind: 'unfit', reason: 'CaseFull' };
  tx.insertUpload(row);
  if (row.quarantine) tx.enqueue(scanOf(row));
  const reader = rowReader(tx, viewer, caseFile, ports.definitionOf(caseFile.workflow), language);
  const document = documentView(row, reader);
  if (idempotency) {
    const { key, requestHash } = idempotency;
    const body = JSON.stringify(document);
    tx.rememberIdempotent(viewer.userId, key, { requestHash, status: 201, body, at: row.createdAt });
  }
  return { kind: 'kept', document };
}

/** Looked into as soon as the scanner is back. */
function scanOf({ id, caseId, createdAt }: DocumentRow) {
  return {
    key: `${caseId}/${id}/scan`,
    kind: 'scan',
    caseId,
    subject: id,
    payload: null,
    notBefore: createdAt,
  } as const;
}
