import type { CaseFile } from '../../domain/case-file.ts';
import { localDateAt } from '../../domain/time/local-time.ts';
import { invitationLink } from '../auth/invitation-link.ts';
import type { Effects, Letter } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { DocumentRow, NoticeRow } from '../ports/rows.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import { type NewInvitation, newInvitationFor } from './new-invitation-for.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/** Sets the letter of a notice, to the address that is known now; from then on it waits for the registry to post it. */
export async function makeLetter(
  ports: OutboxPorts,
  effects: Effects,
  { subject }: Pick<OutboxRow, 'subject'>,
): Promise<EffectOutcome> {
  const found = findNotice(ports, subject);
  const { caseFile, notice } = found;
  const address = caseFile.parties.find(({ id }) => id === notice.to.party)?.address;
  if (!address) return { kind: 'held', response: 'no postal address is known' };
  const { tribunal } = ports.processOf(caseFile.workflow);
  const invitation = newInvitationFor(ports, effects.wallClock, caseFile, notice.to.party);
  const bytes = await effects.renderLetter(letterOf(ports, found, address, invitation), tribunal);
  const { sha256 } = await ports.blobs.put(bytes);
  await ports.registry.commit((tx) => {
    if (invitation) tx.putInvitation(invitation.codeHash, invitation.row);
    tx.recordLetter(subject, sha256);
  });
  return { kind: 'accepted', response: 'waits to be posted' };
}

interface Found {
  readonly notice: NoticeRow;
  readonly caseFile: CaseFile;
  readonly documents: readonly DocumentRow[];
}

function findNotice({ registry }: OutboxPorts, noticeId: string): Found {
  return registry.read((reads) => {
    const notice = reads.notice(noticeId);
    const caseFile = notice && reads.caseFile(notice.caseId);
    if (!notice || !caseFile) throw new Error(`notice ${noticeId} is not in the registry; restore a backup`);
    return { notice, caseFile, documents: notice.attach.flatMap((id) => reads.document(id) ?? []) };
  });
}

function letterOf(
  ports: OutboxPorts,
  { notice, caseFile, documents }: Found,
  address: string,
  invitation: NewInvitation | undefined,
): Letter {
  const { tribunal, definition, calendarAt } = ports.processOf(caseFile.workflow);
  const { zone } = calendarAt(definition.calendar, notice.sentAt);
  const { language, subject, body, deadlines, legal } = notice;
  return {
    language,
    to: { name: notice.to.name, address },
    reference: caseFile.reference,
    subject,
    body,
    deadlines,
    documents: documents.map(({ title }) => title),
    writtenOn: localDateAt(notice.sentAt, zone),
    link: invitation ? invitationLink(tribunal.origin, invitation.shown) : `${tribunal.origin}/cases/${caseFile.id}`,
    ...(invitation ? { invitation: invitation.shown } : {}),
    legal,
  };
}
