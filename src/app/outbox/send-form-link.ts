import type { FormLinkMail } from '../drafts/mail-form-link.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { sendPlainMail } from './send-plain-mail.ts';

/** Mails somebody the link to a form that they have begun. */
export function sendFormLink(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<EffectOutcome> {
  const link = row.payload as FormLinkMail;
  const to = { address: link.email, name: link.name };
  return sendPlainMail(ports, effects, row, to, () => effects.renderFormLink(link, effects.tribunal));
}
