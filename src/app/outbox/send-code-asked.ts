import type { CodeAsked } from '../letters/ask-for-code.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { sendPlainMail } from './send-plain-mail.ts';

/** Mails the registry, at the address that the tribunal gives, that somebody asks for a code. */
export function sendCodeAsked(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<EffectOutcome> {
  const { tribunal } = effects;
  const to = { address: tribunal.contact };
  return sendPlainMail(ports, effects, row, to, () => effects.renderCodeAsked(row.payload as CodeAsked, tribunal));
}
