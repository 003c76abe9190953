import { may } from '../../domain/access/authority.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { NoticeRow } from '../ports/rows.ts';
import { auditedRead, type NoteSealed, type QueryPorts } from '../queries/audited-read.ts';

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

const MOST_LETTERS = 200;

/** The letters of one registry that wait to be posted, oldest first, for who may post them. */
export function lettersHere(ports: QueryPorts, viewer: Viewer): Promise<readonly LetterView[]> {
  return auditedRead(ports, viewer, (reads, noteSealed) => {
    if (!may(viewer, 'letter.list', undefined)) return [];
    return reads.lettersToPost(MOST_LETTERS).flatMap((notice) => {
      const caseFile = reads.caseFile(notice.caseId);
      if (!caseFile || !may(viewer, 'letter.post', caseFile)) return [];
      const enclosed = notice.attach.flatMap((id) => reads.document(id) ?? []).map(({ id, title }) => ({ id, title }));
      return letterView(notice, caseFile, enclosed, noteSealed);
    });
  });
}

function letterView(
  { id, caseId, subject, sentAt, language, to, deliveries }: NoticeRow,
  { reference, parties }: CaseFile,
  enclosed: LetterView['enclosed'],
  noteSealed: NoteSealed,
): LetterView[] {
  const party = parties.find((one) => one.id === to.party);
  if (!party) return [];
  const { address, isProtected } = party;
  if (address && isProtected) noteSealed(`case/${caseId}/parties/${party.id}/contact`);
  return [
    {
      id,
      caseId,
      reference,
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
      enclosed,
    },
  ];
}
