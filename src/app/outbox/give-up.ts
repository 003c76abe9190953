import type { CaseFile } from '../../domain/case-file.ts';
import { everyAudience } from '../../domain/every-audience.ts';
import type { Effects } from '../ports/effects.ts';
import type { OutboxRow } from '../ports/outbox.ts';
import { type RegistryTransaction, StorageUnavailable } from '../ports/registry.ts';
import type { OutboxPorts } from './outbox-ports.ts';
import { recordUndeliverable } from './record-delivery.ts';

/** For good: the effect becomes a dead letter, and whom it failed to reach a task for the registry. Never in silence. */
export async function giveUp(ports: OutboxPorts, effects: Effects, row: OutboxRow, reason: string): Promise<void> {
  const { registry, clock } = ports;
  const bury = (tx: RegistryTransaction) => tx.bury(row.key, clock.now(), reason);
  try {
    await registry.commit((tx) => {
      bury(tx);
      if (row.kind === 'mail') recordUndeliverable(ports, tx, row.subject, reason);
      if (row.kind === 'document') abandonMails(ports, tx, row, reason);
    });
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    effects.report(error, row.key);
    await registry.commit(bury);
  }
}

/** A document that cannot be made holds back the notices that attach it: each is told as one that did not arrive. */
function abandonMails(
  ports: OutboxPorts,
  tx: RegistryTransaction,
  { caseId, subject }: OutboxRow,
  reason: string,
): void {
  const caseFile = caseId ? tx.caseFile(caseId) : undefined;
  if (!caseFile) return;
  for (const noticeId of heldBack(tx, caseFile, subject)) {
    tx.bury(`${caseFile.id}/${noticeId}/email`, ports.clock.now(), `a document could not be made: ${reason}`);
    recordUndeliverable(ports, tx, noticeId, `a document could not be made: ${reason}`);
  }
}

function heldBack(tx: RegistryTransaction, caseFile: CaseFile, documentId: string): string[] {
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = tx.part('notices', caseFile.id, everyAudience(caseFile), { limit: 100, cursor });
    const queued = page.items.filter(
      ({ attach, deliveries }) =>
        attach.includes(documentId) &&
        deliveries.some(({ channel, status }) => channel === 'email' && status === 'queued'),
    );
    found.push(...queued.map(({ id }) => id));
    cursor = page.next;
  }
  return found;
}
