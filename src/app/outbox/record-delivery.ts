import { decideAndSave } from '../decide-and-save.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { NoticeRow } from '../ports/rows.ts';
import type { OutboxPorts } from './outbox-ports.ts';

type Engine = Pick<OutboxPorts, 'clock' | 'ids' | 'processOf'>;

/** Tells the case that a legal notice arrived: where it has a service rule, its party is served. */
export function recordDelivered(engine: Engine, tx: RegistryTransaction, noticeId: string): void {
  const notice = tx.notice(noticeId);
  if (!notice?.legal || notice.to.party === undefined) return;
  decideAndSave(engine, tx, notice.caseId, { kind: 'delivered', ...byEmail(notice, notice.to.party) });
}

/** Tells the case that a party could not be reached: a task for the registry. Mail to the tribunal's own people has no party. */
export function recordUndeliverable(engine: Engine, tx: RegistryTransaction, noticeId: string, reason: string): void {
  const notice = tx.notice(noticeId);
  if (notice?.to.party === undefined) return;
  decideAndSave(engine, tx, notice.caseId, { kind: 'undeliverable', ...byEmail(notice, notice.to.party), reason });
}

function byEmail({ notice, id }: NoticeRow, party: string) {
  return { actor: { kind: 'engine' }, notice, noticeId: id, party, channel: 'email' } as const;
}
