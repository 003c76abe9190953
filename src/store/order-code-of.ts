import { hash } from 'node:crypto';
import { orderCode } from '../domain/order-code.ts';

/**
 * The code of an order, from its id and the hash of the entry that opened its case. That entry holds random ids and the
 * parties' addresses, which only the case's people know: what is published leads to no code. It comes before anything was
 * said without prejudice, so that the code tells nothing of that either.
 */
export function orderCodeOf(openingHash: string, orderId: string): string {
  return orderCode(hash('sha256', `order\n${openingHash}\n${orderId}`));
}
