import { may } from '../../domain/access/authority.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { NoticeRow } from '../ports/rows.ts';
import { auditedRead, type NoteSealed, type QueryPorts } from '../queries/audited-read.ts';
import type { Position } from '../registries/merge-pages.ts';

/** A letter that the registry has to print and post. */
export interface LetterView {
  /** The notice's. */
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly subject: string;
  readonly writtenAt: string;
  readonly language: string;
  readonly to: {
    readonly party: string;
    readonly name: string;
    /** In lines; absent where none is known: the letter waits for it. */
    readonly address?: string;
    /** Nobody else may see the address. */
    readonly isProtected?: true;
  };
  /** The PDF is made. */
  readonly isReady: boolean;
  /** What goes into the same envelope. */
  readonly enclosed: readonly { readonly id: string; readonly title: string }[];
}

/** A page of the letters of one registry that wait to be posted, oldest first, for who may post them. */
export function lettersHere(
  ports: QueryPorts,
  viewer: Viewer,
  { limit, cursor }: PageRequest,
): Promise<Page<LetterView>> {
  return auditedRead(ports, viewer, (reads, noteSealed) => {
    if (!may(viewer, 'letter.list', undefined)) return { items: [], next: null };
    const found = lettersFor(reads, viewer, readCursor(cursor, 2) as Position | undefined, limit + 1);
    const items = found.slice(0, limit).map((letter) => letterView(reads, letter, noteSealed));
    const last = items.at(-1);
    return { items, next: found.length > limit && last ? writeCursor(last.writtenAt, last.id) : null };
  });
}

interface Letter {
  readonly notice: NoticeRow;
  readonly caseFile: CaseFile;
  readonly party: CaseFile['parties'][number];
}

/** At least so many from a place on, where there are as many: of a case that the viewer has to do with otherwise there are none. */
function lettersFor(reads: RegistryReads, viewer: Viewer, after: Position | undefined, count: number): Letter[] {
  const letters: Letter[] = [];
  for (let from = after; letters.length < count; ) {
    const rows = reads.lettersToPost(count, from);
    letters.push(...rows.flatMap((notice) => letterFor(reads, viewer, notice)));
    const last = rows.at(-1);
    if (!last || rows.length < count) return letters;
    from = [last.sentAt, last.id];
  }
  return letters;
}

function letterFor(reads: RegistryReads, viewer: Viewer, notice: NoticeRow): Letter[] {
  const caseFile = reads.caseFile(notice.caseId);
  const party = caseFile?.parties.find(({ id }) => id === notice.to.party);
  return caseFile && party && may(viewer, 'letter.post', caseFile) ? [{ notice, caseFile, party }] : [];
}

function letterView(reads: RegistryReads, { notice, caseFile, party }: Letter, noteSealed: NoteSealed): LetterView {
  const { id, caseId, subject, sentAt, language, to, deliveries, attach } = notice;
  const { address, isProtected } = party;
  if (address && isProtected) noteSealed(`case/${caseId}/parties/${party.id}/contact`);
  return {
    id,
    caseId,
    reference: caseFile.reference,
    subject,
    writtenAt: sentAt,
    language,
    to: {
      party: party.id,
      name: to.name,
      ...(address ? { address } : {}),
      ...(isProtected ? { isProtected } : {}),
    },
    isReady: deliveries.some(({ channel, status }) => channel === 'letter' && status === 'ready'),
    enclosed: attach.flatMap((one) => reads.document(one) ?? []).map((one) => ({ id: one.id, title: one.title })),
  };
}
