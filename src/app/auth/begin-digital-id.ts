import type { Viewer } from '../../domain/viewer.ts';
import type { DigitalId, NotProven } from '../ports/digital-id.ts';
import type { DigitalIdAttempt } from '../ports/identity.ts';
import type { AuthPorts } from './auth-ports.ts';
import { minutesAfter } from './minutes-after.ts';
import { hashBrowser } from './request-code.ts';

/** Time to find the phone, and to answer what the provider asks. */
export const DIGITAL_ID_MINUTES = 15;

export interface DigitalIdStart {
  readonly purpose: DigitalIdAttempt['purpose'];
  /** What the browser bears. */
  readonly browser: string;
  /** The page to come back to; a safe one. */
  readonly next: string;
  readonly language: string;
}

/** Sends someone to the provider of Digital IDs: the address to go to. What they have to bring back is kept here, once. */
export async function beginDigitalId(
  { registry, ids, wallClock }: AuthPorts,
  digitalId: DigitalId,
  viewer: Viewer,
  { purpose, browser, next, language }: DigitalIdStart,
): Promise<string | NotProven> {
  const [state, nonce, verifier] = [ids.newSecret(), ids.newSecret(), ids.newSecret()];
  const address = await digitalId.addressFor({ state, nonce, verifier, isFresh: purpose !== 'signIn' }, language);
  if (typeof address !== 'string') return address;
  const attempt: DigitalIdAttempt = {
    browserHash: hashBrowser(ids, browser),
    nonce,
    verifier,
    purpose,
    userId: purpose !== 'signIn' && viewer.kind === 'user' ? viewer.userId : null,
    next,
    expiresAt: minutesAfter(wallClock.now(), DIGITAL_ID_MINUTES),
  };
  await registry.commit((tx) => tx.putAttempt(hashState(ids, state), attempt));
  return address;
}

export function hashState(ids: Pick<AuthPorts['ids'], 'hash'>, state: string): string {
  return ids.hash(`state\n${state}`);
}
