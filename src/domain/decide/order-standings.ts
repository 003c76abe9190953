import type { CaseFile } from '../case-file.ts';
import type { KeptOrder, OrderStanding } from '../order-standing.ts';
import { change, type Turn } from './turn.ts';

/** Remembers an order just issued. Cases of definitions that end no order keep none: they are as they always were. */
export function keepOrder(turn: Turn, chart: string, issued: Required<Pick<KeptOrder, 'id' | 'order'>>): void {
  if (!turn.process.endsOrders) return;
  change(turn, { orders: [...ordersOf(turn.theCase), { ...issued, chart, standing: 'in-force' }] });
}

/** The orders in force that a chart has issued stand no more; `replacedBy` is the one that stands in their place. */
export function endStanding(
  turn: Turn,
  chart: string,
  standing: Exclude<OrderStanding, 'in-force'>,
  replacedBy?: string,
): void {
  const ends = (one: KeptOrder) => one.standing === 'in-force' && (one.chart ?? chart) === chart;
  const orders = ordersOf(turn.theCase);
  if (!orders.some(ends)) return;
  change(turn, { orders: orders.map((one) => (ends(one) ? { ...one, standing } : one)) });
  for (const { id } of orders.filter(ends))
    turn.facts.push({ kind: 'OrderMoved', order: id, standing, ...(replacedBy ? { replacedBy } : {}) });
}

/** A case that came from a definition without standings knows its last order alone. */
function ordersOf({ orders, lastOrder }: CaseFile): readonly KeptOrder[] {
  if (orders) return orders;
  return lastOrder === null ? [] : [{ id: lastOrder, standing: 'in-force' }];
}
