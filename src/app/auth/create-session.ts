import { emailKey } from '../../domain/email-key.ts';
import type { UserRow } from '../ports/identity.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { AuthPorts } from './auth-ports.ts';
import { minutesAfter } from './minutes-after.ts';
import { isOverLimit, type RateLimit } from './rate-limit.ts';
import { hashCode } from './request-code.ts';
import { sessionLifetime } from './session-lifetime.ts';

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

/** A new session. The token is shown once and kept as a hash alone. */
export interface SignIn {
  readonly token: string;
  /** Instant (UTC) after which it is nothing, however much it is used. */
  readonly expiresAt: string;
  readonly user: UserRow;
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
  const token = ids.newSecret();
  return registry.commit((tx) => {
    if (isTriedTooOften(tx, ids, email, attempt.client, at)) return undefined;
    if (tx.tryCode(email, codeHash, at) !== 'right') return undefined;
    const user = tx.userByEmail(email) ?? newUser(tx, { id: ids.newId(), email, language: attempt.language }, at);
    if (attempt.previousToken) endToken(tx, ids, attempt.previousToken);
    return startSession(tx, ids, user, token, at);
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

/** Named after the address until they say otherwise. */
function newUser(
  tx: RegistryTransaction,
  { id, email, language }: Pick<UserRow, 'id' | 'email' | 'language'>,
  at: string,
): UserRow {
  const user: UserRow = { id, email, name: email.slice(0, email.lastIndexOf('@')), language, roles: [] };
  tx.insertUser(user, at);
  return user;
}

function startSession(tx: RegistryTransaction, ids: Ids, user: UserRow, token: string, at: string): SignIn {
  const expiresAt = minutesAfter(at, sessionLifetime(user).absoluteMinutes);
  tx.insertSession({ id: ids.newId(), userId: user.id, createdAt: at, lastSeenAt: at, expiresAt }, ids.hash(token));
  return { token, expiresAt, user };
}

function endToken(tx: RegistryTransaction, ids: Ids, token: string): void {
  const found = tx.session(ids.hash(token));
  if (found) tx.deleteSession(found.session.id);
}
