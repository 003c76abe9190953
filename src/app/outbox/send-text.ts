import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import type { EffectOutcome } from './effect-outcome.ts';
import type { KeptMail } from './kept-mail.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/** Sends a party a text message that there is something new in the portal, to the number that is known now. */
export async function sendText(ports: OutboxPorts, effects: Effects, row: OutboxRow): Promise<EffectOutcome> {
  const { to, body } = await keepText(ports, effects, row);
  const { texts } = effects;
  if (to === undefined) return { kind: 'lapsed', response: 'they want no text messages any more' };
  switch (texts.kind) {
    case 'server':
      return texts.send({ to, body, reference: row.subject, isRepeated: row.attempts > 1 });
    case 'mailbox':
      return { kind: 'accepted', response: 'kept in the mailbox of the demonstration' };
    case 'none':
      return { kind: 'held', response: 'no provider of text messages is set' };
  }
}

/** Its words, kept before the first attempt: the mailbox of a demonstration shows them beside the mails. */
async function keepText({ registry, processOf }: OutboxPorts, effects: Effects, { key, subject }: OutboxRow) {
  const { notice, caseFile } = registry.read((reads) => {
    const found = reads.notice(subject);
    return { notice: found, caseFile: found && reads.caseFile(found.caseId) };
  });
  if (!notice || !caseFile) throw new Error(`notice ${subject} is not in the registry; restore a backup`);
  const party = caseFile.parties.find(({ id }) => id === notice.to.party);
  const body = effects.textOf(notice.language, processOf(caseFile.workflow).tribunal);
  const to = party?.wantsTexts ? party.phone : undefined;
  const text: KeptMail = { subject: body, text: body, html: page(body), to: { address: to ?? '' }, attachments: [] };
  if (effects.texts.kind !== 'server' && to !== undefined)
    await registry.commit((tx) => tx.keepRendered(key, JSON.stringify(text), subject));
  return { to, body };
}

/** Our own words alone, and an address of ours. */
function page(body: string): string {
  const escaped = body.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<!doctype html><title>SMS</title><p>${escaped}</p>`;
}
