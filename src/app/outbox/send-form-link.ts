import type { FormLinkMail } from '../drafts/mail-form-link.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import { type KeptMail, readKeptMail } from './kept-mail.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/** Mails somebody the link to a form that they have begun: laid out and kept before the first attempt. */
export async function sendFormLink(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<EffectOutcome> {
  const kept = ports.registry.read((reads) => reads.rendered(row.key)) ?? (await layOut(ports, effects, row));
  const { mail } = effects;
  switch (mail.kind) {
    case 'server':
      return mail.send({ ...readKeptMail(kept.rendered), attachments: [], messageId: kept.messageId });
    case 'mailbox':
      return { kind: 'accepted', response: 'kept in the mailbox of the demonstration' };
    case 'none':
      return { kind: 'held', response: 'no mail server is set' };
  }
}

async function layOut({ registry }: OutboxPorts, effects: Effects, { key, payload }: OutboxRow) {
  const link = payload as FormLinkMail;
  const words = await effects.renderFormLink(link, effects.tribunal);
  const mail: KeptMail = { ...words, to: { address: link.email, name: link.name }, attachments: [] };
  const fresh = { rendered: JSON.stringify(mail), messageId: effects.messageIdOf(key) };
  return registry.commit((tx) => {
    const first = tx.rendered(key);
    if (!first) tx.keepRendered(key, fresh.rendered, fresh.messageId);
    return first ?? fresh;
  });
}
