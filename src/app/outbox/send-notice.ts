import type { CaseFile } from '../../domain/case-file.ts';
import { CONFIRMATION_NOTICE } from '../../domain/decide/contact-notices.ts';
import { textIn } from '../../domain/text-in.ts';
import { invitationLink } from '../auth/invitation-link.ts';
import { minutesAfter } from '../auth/minutes-after.ts';
import { CODE_TRIES } from '../auth/request-code.ts';
import { CONFIRMATION_HOURS, confirmationKey, confirmationText } from '../confirmation-code.ts';
import type { Effects, NoticeSurroundings } from '../ports/effects.ts';
import type { CodeRow } from '../ports/identity.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { DocumentRow, NoticeRow } from '../ports/rows.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import { isForWhoLeft } from './is-for-who-left.ts';
import { type KeptMail, readKeptMail } from './kept-mail.ts';
import { newInvitationFor } from './new-invitation-for.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/** Mails one notice: its words are laid out and kept before the first attempt, and never again. */
export async function sendNotice(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<EffectOutcome> {
  if (isForWhoLeft(ports, row.subject)) return { kind: 'lapsed', response: 'they no longer stand beside the party' };
  const kept = ports.registry.read((reads) => reads.rendered(row.key)) ?? (await layOut(ports, effects, row));
  const { mail } = effects;
  switch (mail.kind) {
    case 'server':
      return mail.send({ ...(await withBytes(ports, readKeptMail(kept.rendered))), messageId: kept.messageId });
    case 'mailbox':
      return { kind: 'accepted', response: 'kept in the mailbox of the demonstration' };
    case 'none':
      return { kind: 'held', response: 'no mail server is set' };
  }
}

interface Kept {
  readonly rendered: string;
  readonly messageId: string;
}

async function layOut(ports: OutboxPorts, effects: Effects, { key, subject }: OutboxRow): Promise<Kept> {
  const found = findNotice(ports, subject);
  const invitation = invitationFor(ports, effects, found);
  const confirmation = confirmationFor(ports, found);
  const mail = await compose(ports, effects, found, {
    invitation: invitation?.shown,
    confirmation: confirmation?.shown,
  });
  const fresh: Kept = { rendered: JSON.stringify(mail), messageId: effects.messageIdOf(key) };
  return ports.registry.commit((tx) => {
    // Whoever kept it first is right: their words may be on their way.
    const first = tx.rendered(key);
    if (first) return first;
    if (invitation) tx.putInvitation(invitation.codeHash, invitation.row);
    if (confirmation) tx.putCode(confirmation.row);
    tx.keepRendered(key, fresh.rendered, fresh.messageId);
    return fresh;
  });
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
    const documents = notice.attach.flatMap((id) => reads.document(id) ?? []);
    return { notice, caseFile, documents };
  });
}

/** Representatives have their own invitation. */
function invitationFor(ports: OutboxPorts, { wallClock }: Effects, { notice, caseFile }: Found) {
  const party = caseFile.parties.find(({ id }) => id === notice.to.party);
  if (party?.email !== notice.to.email || isConfirmation(notice)) return undefined;
  return newInvitationFor(ports, wallClock, caseFile, party?.id);
}

interface NewConfirmation {
  readonly shown: string;
  readonly row: CodeRow;
}

/** The code that goes to a new address, to show that it is theirs: for what they asked last, and not for what they asked before. */
function confirmationFor({ ids, clock }: OutboxPorts, { notice, caseFile }: Found): NewConfirmation | undefined {
  const party = caseFile.parties.find(({ id }) => id === notice.to.party);
  if (!isConfirmation(notice) || !party?.newEmail || party.newEmail !== notice.to.email) return undefined;
  const key = confirmationKey(caseFile, party.id) ?? '';
  const shown = ids.newCode();
  const codeHash = ids.hash(confirmationText(key, shown));
  const expiresAt = minutesAfter(clock.now(), CONFIRMATION_HOURS * 60);
  return { shown, row: { email: key, codeHash, expiresAt, triesLeft: CODE_TRIES } };
}

/** Nobody knows yet whose address it goes to: it names no case, and leads to none. */
function isConfirmation({ notice }: Pick<NoticeRow, 'notice'>): boolean {
  return notice === CONFIRMATION_NOTICE;
}

async function compose(
  ports: OutboxPorts,
  effects: Effects,
  { notice, caseFile, documents }: Found,
  codes: Pick<NoticeSurroundings, 'invitation' | 'confirmation'>,
): Promise<KeptMail> {
  const { definition, tribunal } = ports.processOf(caseFile.workflow);
  const to = addressee(ports, notice);
  const rendered = await effects.renderNotice(
    { ...notice, to: { ...notice.to, name: to.name } },
    {
      tribunal,
      reference: caseFile.reference,
      title: textIn(definition.title, notice.language),
      link: codes.invitation
        ? invitationLink(tribunal.origin, codes.invitation)
        : `${tribunal.origin}/cases/${caseFile.id}`,
      documents: documents.map(({ title }) => title),
      ...codes,
    },
  );
  const code = codes.invitation ?? codes.confirmation;
  return {
    ...rendered,
    to,
    attachments: documents.map(attachmentOf),
    ...(codes.confirmation ? {} : { caseReference: caseFile.reference }),
    notice: notice.notice,
    ...(code ? { invitation: code } : {}),
  };
}

/** The tribunal's people are mailed where the registry knows them to be; everyone else where the notice was addressed. */
function addressee({ registry }: OutboxPorts, { to }: NoticeRow): { readonly address: string; readonly name: string } {
  const user = to.userId === undefined ? undefined : registry.read((reads) => reads.user(to.userId ?? ''));
  return { address: to.email ?? user?.email ?? '', name: user?.name ?? to.name };
}

function attachmentOf({ id, filename, mime, sha256 }: DocumentRow): KeptMail['attachments'][number] {
  if (sha256 === null) throw new Error(`document ${id} is not made yet, and the mail that attaches it was taken up`);
  return { filename, contentType: mime, sha256 };
}

async function withBytes({ blobs }: OutboxPorts, { attachments, ...mail }: KeptMail) {
  const read = attachments.map(async ({ sha256, ...attachment }) => {
    const stream = await blobs.get(sha256);
    if (!stream) throw new Error(`the file ${sha256} is missing from the store; restore it from a backup`);
    return { ...attachment, bytes: new Uint8Array(await new Response(stream).arrayBuffer()) };
  });
  return { ...mail, attachments: await Promise.all(read) };
}
