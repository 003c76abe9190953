import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request bears a secret; where none is set, nobody does. */
export function bearsSecret(headers: Headers, secret: string | undefined): boolean {
  const given = /^Bearer +(.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return secret !== undefined && given !== undefined && timingSafeEqual(hashOf(given), hashOf(secret));
}

/** Of one length, whatever was given. */
function hashOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
