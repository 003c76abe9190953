import { isOrderCode, ORDER_CODE_LENGTH } from '../../domain/order-code.ts';
import { HOME } from '../registry-of.ts';
import { invitationKey } from './invitation-code.ts';

const GROUP = /.{1,4}/g;
/** Far more than a code with the longest name of a registry, and spaces between. */
const MAX_TYPED = 200;

/**
 * An order's code as it stands on paper: in groups of four, after the name of its registry; the home registry's stands alone.
 *
 * @example shownOrderCode('east', '7K3M9Q2X4VBC8H5T') // 'EAST-7K3M-9Q2X-4VBC-8H5T'
 */
export function shownOrderCode(registry: string, code: string): string {
  return [...(registry === HOME ? [] : [registry.toUpperCase()]), ...(code.match(GROUP) ?? [])].join('-');
}

/** What someone typed from paper: which of these registries made it, and the code alone. Undefined: it can be none. */
export function readOrderCode(
  typed: string,
  registries: readonly string[],
): { readonly registry: string; readonly code: string } | undefined {
  const key = invitationKey(typed.slice(0, MAX_TYPED));
  const code = key.slice(-ORDER_CODE_LENGTH).toUpperCase();
  const name = key.slice(0, -ORDER_CODE_LENGTH);
  const registry = name === '' ? HOME : registries.find((one) => invitationKey(one) === name);
  return registry !== undefined && isOrderCode(code) ? { registry, code } : undefined;
}
