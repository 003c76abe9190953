import type { SignInCodeMail } from '../auth/request-code.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import { type KeptMail, readKeptMail } from './kept-mail.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/** Mails a sign-in code while it is good. Without a mail server it can be read in the outbox until it has run out. */
export async function sendSignInCode(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<EffectOutcome> {
  const code = row.payload as SignInCodeMail;
  if (code.expiresAt <= effects.wallClock.now()) return { kind: 'lapsed', response: 'the code has run out' };
  const kept = ports.registry.read((reads) => reads.rendered(row.key)) ?? (await layOut(ports, effects, row.key, code));
  const { mail } = effects;
  if (mail.kind !== 'server') return { kind: 'held', response: 'kept until the code runs out' };
  return mail.send({ ...readKeptMail(kept.rendered), attachments: [], messageId: kept.messageId });
}

async function layOut({ registry, clock }: OutboxPorts, effects: Effects, key: string, code: SignInCodeMail) {
  const words = await effects.renderSignInCode(code, effects.tribunal);
  const mail: KeptMail = { ...words, to: { address: code.email }, attachments: [], madeAt: clock.now() };
  const fresh = { rendered: JSON.stringify(mail), messageId: effects.messageIdOf(key) };
  return registry.commit((tx) => {
    const first = tx.rendered(key);
    if (!first) tx.keepRendered(key, fresh.rendered, fresh.messageId);
    return first ?? fresh;
  });
}
