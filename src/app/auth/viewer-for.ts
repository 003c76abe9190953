import type { Viewer } from '../../domain/viewer.ts';
import type { SessionRow, UserRow } from '../ports/identity.ts';
import { StorageUnavailable } from '../ports/registry.ts';
import type { AuthPorts } from './auth-ports.ts';
import { minutesBetween } from './minutes-after.ts';
import { sessionLifetime } from './session-lifetime.ts';
import { isFreshlyProven } from './step-up.ts';

/** A session's use is noted at most so often: reads do not write. */
const MINUTES_BETWEEN_TOUCHES = 1;

type User = Extract<Viewer, { kind: 'user' }>;

/** Who holds this token; undefined when it is unknown, ended, left unused too long or too old. */
export async function viewerFor({ registry, ids, wallClock }: AuthPorts, token: string): Promise<User | undefined> {
  const at = wallClock.now();
  const found = registry.read((reads) => reads.session(ids.hash(token)));
  if (!found) return undefined;
  const { session } = found;
  const idleMinutes = minutesBetween(session.lastSeenAt, at);
  if (at >= session.expiresAt || idleMinutes >= sessionLifetime(found.user).idleMinutes) return undefined;
  if (idleMinutes >= MINUTES_BETWEEN_TOUCHES) await touch({ registry }, session, at);
  const { provenBy } = session;
  const user = { ...viewerOf(found.user), ...(provenBy ? { provenBy } : {}) };
  return isFreshlyProven(session, at) ? { ...user, isFreshlyProven: true } : user;
}

/** With a full disk people can still read. */
async function touch({ registry }: Pick<AuthPorts, 'registry'>, { id }: SessionRow, at: string): Promise<void> {
  try {
    await registry.commit((tx) => tx.touchSession(id, at));
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
  }
}

/** A user as those who ask for something. */
export function viewerOf({ id, email, name, language, roles }: UserRow): User {
  return { kind: 'user', userId: id, email, name, language, roles };
}
