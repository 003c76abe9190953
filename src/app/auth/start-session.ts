import type { ProvenBy } from '../../domain/proven-by.ts';
import type { UserRow } from '../ports/identity.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import { minutesAfter } from './minutes-after.ts';
import { sessionLifetime } from './session-lifetime.ts';

/** A new session. The token is shown once and kept as a hash alone. */
export interface SignIn {
  readonly token: string;
  /** Instant (UTC) after which it is nothing, however much it is used. */
  readonly expiresAt: string;
  readonly user: UserRow;
}

/** How the person at the other end showed who they are. */
export interface Proof {
  readonly by: ProvenBy;
  /** When, as an instant (UTC); null where nobody knows. Default: now. */
  readonly at?: string | null;
  /** The session that the browser had so far; it ends. */
  readonly previousToken?: string | undefined;
}

/** Begins a session of a user, inside the caller's transaction; the one before it ends. */
export function startSession(tx: RegistryTransaction, ids: Ids, user: UserRow, at: string, proof: Proof): SignIn {
  if (proof.previousToken) endToken(tx, ids, proof.previousToken);
  const token = ids.newSecret();
  const expiresAt = minutesAfter(at, sessionLifetime(user).absoluteMinutes);
  const provenAt = proof.at === undefined ? at : proof.at;
  const session = { id: ids.newId(), userId: user.id, createdAt: at, lastSeenAt: at, expiresAt };
  tx.insertSession({ ...session, provenAt, provenBy: proof.by }, ids.hash(token));
  return { token, expiresAt, user };
}

function endToken(tx: RegistryTransaction, ids: Ids, token: string): void {
  const found = tx.session(ids.hash(token));
  if (found) tx.deleteSession(found.session.id);
}
