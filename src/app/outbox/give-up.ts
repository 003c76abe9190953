import { everyAudience } from '../../domain/access/every-audience.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import { type RegistryTransaction, StorageUnavailable } from '../ports/registry.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { recordUndeliverable } from './record-delivery.ts';

/** Of effects that are a notice's way to somebody. */
const CHANNELS: { readonly [K in OutboxRow['kind']]?: 'email' | 'sms' | 'letter' } = {
  mail: 'email',
  sms: 'sms',
  letter: 'letter',
};

/** For good: the effect becomes a dead letter, and whom it failed to reach a task for the registry. Never in silence. */
export async function giveUp(ports: OutboxPorts, effects: Effects, row: OutboxRow, reason: string): Promise<void> {
  const { registry, clock } = ports;
  const bury = (tx: RegistryTransaction) => tx.bury(row.key, clock.now(), reason);
  try {
    await registry.commit((tx) => {
      bury(tx);
      const channel = CHANNELS[row.kind];
      if (channel) recordUndeliverable(ports, tx, row.subject, channel, reason);
      if (row.kind === 'document') abandonMails(ports, tx, row, reason);
    });
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    effects.report(error, row.key);
    await registry.commit(bury);
  }
}

/** A document that cannot be made holds back the mails and letters that attach it: each is told as one that did not arrive. */
function abandonMails(
  ports: OutboxPorts,
  tx: RegistryTransaction,
  { caseId, subject }: OutboxRow,
  reason: string,
): void {
  const caseFile = caseId ? tx.caseFile(caseId) : undefined;
  if (!caseFile) return;
  const why = `a document could not be made: ${reason}`;
  for (const { noticeId, channel } of heldBack(tx, caseFile, subject)) {
    tx.bury(`${caseFile.id}/${noticeId}/${channel}`, ports.clock.now(), why);
    recordUndeliverable(ports, tx, noticeId, channel, why);
  }
}

function heldBack(tx: RegistryTransaction, caseFile: CaseFile, documentId: string) {
  const found: { readonly noticeId: string; readonly channel: 'email' | 'letter' }[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = tx.part('notices', caseFile.id, everyAudience(caseFile), { limit: 100, cursor });
    for (const { id, deliveries } of page.items.filter((notice) => notice.attach.includes(documentId)))
      for (const channel of ['email', 'letter'] as const)
        if (deliveries.some((one) => one.channel === channel && one.status === 'queued'))
          found.push({ noticeId: id, channel });
    cursor = page.next;
  }
  return found;
}
