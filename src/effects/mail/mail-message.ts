import type { OutgoingMail } from '../../app/ports/effects.ts';
import { headerText } from './header-text.ts';
import { parseMailAddress } from './mail-address.ts';
import type { MailOutcome } from './mail-outcome.ts';

/** Someone who sends or receives mail. */
export type Mailbox = { address: string; name?: string };

/** One mail to one person, as it waited in the outbox. */
export type MailMessage = OutgoingMail & {
  /** Whose name the mail carries, when not the mailer's own. */
  readonly from?: Mailbox;
  readonly replyTo?: Mailbox;
};

const MAX_NAME_LENGTH = 120;
const MAX_SUBJECT_LENGTH = 250;
const MESSAGE_ID = /^<[A-Za-z0-9._-]{1,200}@[A-Za-z0-9.-]{1,200}>$/;

/** The checked addresses of one mail. */
export type Addressed = { kind: 'ready'; to: Mailbox; from: Mailbox; replyTo?: Mailbox };

/**
 * Checks who a mail is from and for, strictly: what passes goes into the envelope and the headers as it stands.
 *
 * @throws when the Message-ID was not made by `mailMessageId`.
 */
export function addressMail(
  message: MailMessage,
  defaultFrom: Mailbox,
): Addressed | Extract<MailOutcome, { kind: 'rejected' }> {
  if (!MESSAGE_ID.test(message.messageId))
    throw new Error(`"${message.messageId}" is no Message-ID; make it with mailMessageId()`);
  const to = strictMailbox(message.to);
  const from = message.from ? strictMailbox(message.from) : defaultFrom;
  const replyTo = message.replyTo && strictMailbox(message.replyTo);
  if (!to || !from || (message.replyTo && !replyTo)) {
    const wrong = !to ? 'recipient' : !from ? 'sender' : 'reply address';
    return {
      kind: 'rejected',
      reason: 'address-invalid',
      response: `the ${wrong} is not an e-mail address we can send to`,
    };
  }
  return { kind: 'ready', to, from, ...(replyTo && { replyTo }) };
}

/** A mailbox whose address can travel and whose name cannot harm a header, or undefined. */
export function strictMailbox(mailbox: Mailbox): Mailbox | undefined {
  const address = parseMailAddress(mailbox.address);
  return address ? { address, name: headerText(mailbox.name ?? '', MAX_NAME_LENGTH) } : undefined;
}

/** What nodemailer is given: the envelope is explicit, so that no header can add a recipient. */
export function composeMail(message: MailMessage, { to, from, replyTo }: Addressed) {
  return {
    messageId: message.messageId,
    from: named(from),
    to: named(to),
    ...(replyTo && { replyTo: named(replyTo) }),
    envelope: { from: from.address, to: [to.address] },
    subject: headerText(message.subject, MAX_SUBJECT_LENGTH),
    text: message.text,
    html: message.html,
    attachments: message.attachments.map(({ filename, contentType, bytes }) => ({
      filename: headerText(filename, MAX_NAME_LENGTH),
      contentType,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    headers: trackingHeaders(message),
    // RFC 3461: asked of servers that offer it. Delay is told too: a service deadline waits for it.
    dsn: {
      id: message.messageId.slice(1, -1),
      return: 'headers' as const,
      notify: ['failure', 'delay'] as ('failure' | 'delay')[],
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const named = ({ address, name }: Mailbox) => ({ address, name: name ?? '' });

/** RFC 3834: nobody's holiday reply should answer a machine. */
function trackingHeaders({ caseReference, notice }: MailMessage): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    ...(caseReference && { 'X-Parley-Case': headerText(caseReference, MAX_NAME_LENGTH) }),
    ...(notice && { 'X-Parley-Notice': headerText(notice, MAX_NAME_LENGTH) }),
  };
}
