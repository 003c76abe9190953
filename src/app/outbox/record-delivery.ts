import type { Channel } from '../../domain/definition/notice-schema.ts';
import { decideAndSave } from '../decide-and-save.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { NoticeRow } from '../ports/rows.ts';
import type { OutboxPorts } from './outbox-ports.ts';

type Engine = Pick<OutboxPorts, 'clock' | 'ids' | 'processOf'>;

/** Tells the case that a legal notice arrived by e-mail: where it has a service rule, its party is served. */
export function recordDelivered(engine: Engine, tx: RegistryTransaction, noticeId: string): void {
  const notice = tx.notice(noticeId);
  if (!notice?.legal || notice.to.party === undefined) return;
  decideAndSave(engine, tx, notice.caseId, { kind: 'delivered', ...by('email', notice, notice.to.party) });
}

/** Tells the case that a party could not be reached: a task for the registry. Mail to the tribunal's own people has no party. */
export function recordUndeliverable(
  engine: Engine,
  tx: RegistryTransaction,
  noticeId: string,
  channel: Channel,
  reason: string,
): void {
  const notice = tx.notice(noticeId);
  if (notice?.to.party === undefined) return;
  decideAndSave(engine, tx, notice.caseId, { kind: 'undeliverable', ...by(channel, notice, notice.to.party), reason });
}

function by(channel: Channel, { notice, id }: NoticeRow, party: string) {
  return { actor: { kind: 'engine' }, notice, noticeId: id, party, channel } as const;
}
