import { isIPv6 } from 'node:net';

/** What the HTTP server hands to each request. */
interface NodeEnvironment {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/**
 * The network address that a request came from, as a key for rate limits. A proxy on this machine or in its own network
 * is believed when it says whom it speaks for; whoever comes directly is not. Of IPv6 the network counts: one customer
 * has 2^64 addresses.
 */
export function clientAddress(environment: unknown, headers: Headers): string {
  const peer = plain((environment as NodeEnvironment)?.incoming?.socket?.remoteAddress ?? '');
  const forwarded = isOwnNetwork(peer) ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return addressKey(forwarded || peer);
}

/** Of IPv6 the network counts. */
export function addressKey(text: string): string {
  const address = plain(text);
  return isIPv6(address) ? networkOf(address) : address;
}

/** `::ffff:10.0.0.1` is an IPv4 address in other clothes. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

function isOwnNetwork(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:)/i.test(address);
}

/** The first 64 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...gap, ...after].slice(0, 4).join(':');
}
