import { hash, randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../app/ports/ids.ts';

/** Crockford's base32, lower case: no i, l, o or u to be misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_BYTES = 16;
const SECRET_BYTES = 32;
const CODES = 1_000_000;

/** Randomness of the operating system. */
export const nodeIds: Ids = {
  newId: () => base32(nextBytes()),
  newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
  newCode: () => String(randomInt(CODES)).padStart(6, '0'),
  hash: (text) => hash('sha256', text),
};

/** One call of the system for many ids: each has bytes of its own, used once. A call for each costs as much as a guard. */
const POOL_IDS = 256;
let pool = new Uint8Array();
let used = 0;

function nextBytes(): Uint8Array {
  if (used === pool.length) {
    pool = randomBytes(POOL_IDS * ID_BYTES);
    used = 0;
  }
  used += ID_BYTES;
  return pool.subarray(used - ID_BYTES, used);
}

/** 128 bits as 26 characters; the last holds three bits. */
function base32(bytes: Uint8Array): string {
  let text = '';
  let [bits, held] = [0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += ALPHABET[(bits >> held) & 31];
    }
    bits &= (1 << held) - 1;
  }
  return text + ALPHABET[(bits << (5 - held)) & 31];
}
