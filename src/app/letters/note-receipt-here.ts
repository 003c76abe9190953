import { recordUndeliverable } from '../outbox/record-delivery.ts';
import type { Ports } from '../ports/ports.ts';

/** What the provider says became of a text message. */
export interface TextReceipt {
  /** The notice's id, as we gave it. */
  readonly reference: string;
  readonly status: 'delivered' | 'permanent-failure' | 'temporary-failure' | 'technical-failure';
  /** The provider's own id of it. */
  readonly id: string;
  /** Instant (UTC) at which it was, as the provider says. */
  readonly at: string | null;
}

export type Here = Pick<Ports, 'registry' | 'clock' | 'ids' | 'processOf'>;

/** Notes a receipt in the registry of its notice. What names no notice of ours is let fall; receipts come again, and nothing happens twice. */
export function noteReceiptHere(ports: Here, { reference, status, id, at }: TextReceipt): Promise<void> {
  return ports.registry.commit((tx) => {
    const delivery = tx.notice(reference)?.deliveries.find(({ channel }) => channel === 'sms');
    if (!delivery || delivery.status === 'delivered' || delivery.status === 'failed') return;
    const response = `GC Notify: ${status} ${id}`.slice(0, 200);
    if (status === 'delivered') {
      tx.noteDelivery(reference, 'sms', { status, response, arrivedAt: at ?? ports.clock.now() });
      return;
    }
    tx.noteDelivery(reference, 'sms', { status: 'failed', response });
    // A phone that was switched off is nobody's task; a number that is none is.
    if (status === 'permanent-failure') recordUndeliverable(ports, tx, reference, 'sms', status);
  });
}
