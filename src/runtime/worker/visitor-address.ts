import { addressKey } from '../server/client-address.ts';

/** The network address that a request came from, as a key for rate limits. Cloudflare itself says it; nobody else can. */
export function visitorAddress(_environment: unknown, headers: Headers): string {
  return addressKey(headers.get('cf-connecting-ip') ?? '');
}
