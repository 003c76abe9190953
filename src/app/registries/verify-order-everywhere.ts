import type { Wide } from '../ports/everywhere.ts';
import type { Registry } from '../ports/registry.ts';
import { type VerifiedOrder, verifyOrder } from '../queries/verify-order.ts';
import { HOME } from '../registry-of.ts';
import { readOrderCode } from './order-code.ts';

/** The order of a code as someone typed it, in whichever registry it was issued. Whatever is wrong with a code, there is none. */
export async function verifyOrderEverywhere(
  ports: { readonly registry: Registry } & Wide,
  typed: string,
  name?: string,
): Promise<VerifiedOrder | undefined> {
  const desks = ports.everywhere?.others() ?? [];
  const read = readOrderCode(
    typed,
    desks.map(({ id }) => id),
  );
  if (!read) return undefined;
  if (read.registry === HOME) return verifyOrder(ports, read.code, name);
  return desks.find(({ id }) => id === read.registry)?.verifyOrder(read.code, name);
}
