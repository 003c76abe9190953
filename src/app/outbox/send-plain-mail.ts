import type { Effects, RenderedMail } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import { type KeptMail, readKeptMail } from './kept-mail.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/** Sends a mail that is no notice of a case: laid out and kept before the first attempt, so that each has the same bytes. */
export async function sendPlainMail(
  ports: OutboxPorts,
  effects: Effects,
  { key }: OutboxRow,
  to: KeptMail['to'],
  words: () => Promise<RenderedMail>,
): Promise<EffectOutcome> {
  const kept = ports.registry.read((reads) => reads.rendered(key)) ?? (await layOut());
  const { mail } = effects;
  switch (mail.kind) {
    case 'server':
      return mail.send({ ...readKeptMail(kept.rendered), attachments: [], messageId: kept.messageId });
    case 'mailbox':
      return { kind: 'accepted', response: 'kept in the mailbox of the demonstration' };
    case 'none':
      return { kind: 'held', response: 'no mail server is set' };
  }

  async function layOut() {
    const mail: KeptMail = { ...(await words()), to, attachments: [], madeAt: ports.clock.now() };
    const fresh = { rendered: JSON.stringify(mail), messageId: effects.messageIdOf(key) };
    return ports.registry.commit((tx) => {
      const first = tx.rendered(key);
      if (!first) tx.keepRendered(key, fresh.rendered, fresh.messageId);
      return first ?? fresh;
    });
  }
}
