import { emailKey } from '../../domain/email-key.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { AuthPorts } from './auth-ports.ts';
import { isOverLimit, type RateLimit } from './rate-limit.ts';
import { hashCode } from './request-code.ts';
import { type SignIn, startSession } from './start-session.ts';
import { userOfAddress } from './user-of-address.ts';

export const TRIES_PER_ADDRESS: RateLimit = { name: 'tries for an address', times: 20, minutes: 60 };
export const TRIES_PER_CLIENT: RateLimit = { name: 'tries from a client', times: 300, minutes: 15 };

export interface SignInAttempt {
  readonly email: string;
  readonly code: string;
  /** For a first sign-in: the language of the page. */
  readonly language: string;
  readonly client?: string | undefined;
  /** The session that the browser had so far; it ends. */
  readonly previousToken?: string | undefined;
}

/**
 * Signs in with a code. Undefined when it is wrong, used, too old, tried too often or was never sent: one answer for all.
 * Who signs in for the first time gets an account, without roles.
 */
export async function createSession(
  { registry, ids, wallClock }: AuthPorts,
  attempt: SignInAttempt,
): Promise<SignIn | undefined> {
  const at = wallClock.now();
  const email = emailKey(attempt.email);
  const codeHash = hashCode(ids, email, attempt.code.replace(/\s/g, ''));
  return registry.commit((tx) => {
    if (isTriedTooOften(tx, ids, email, attempt.client, at)) return undefined;
    if (tx.tryCode(email, codeHash, at) !== 'right') return undefined;
    const user = userOfAddress(tx, ids, email, attempt.language, at);
    return startSession(tx, ids, user, at, { by: 'mail', previousToken: attempt.previousToken });
  });
}

function isTriedTooOften(
  tx: RegistryTransaction,
  ids: Ids,
  email: string,
  client: string | undefined,
  at: string,
): boolean {
  const isClientOver = client !== undefined && isOverLimit(tx, ids, TRIES_PER_CLIENT, client, at);
  return isClientOver || isOverLimit(tx, ids, TRIES_PER_ADDRESS, email, at);
}
