import type { Wide } from '../ports/everywhere.ts';
import { registryOf } from '../registry-of.ts';
import { type Here, noteReceiptHere, type TextReceipt } from './note-receipt-here.ts';

/** Notes a receipt where its notice lies. */
export async function noteTextReceipt(ports: Here & Wide, receipt: TextReceipt): Promise<void> {
  const registry = registryOf(receipt.reference);
  const desk = ports.everywhere?.others().find(({ id }) => id === registry);
  await (desk ? desk.noteTextReceipt(receipt) : noteReceiptHere(ports, receipt));
}
