import { emailKey } from '../../domain/email-key.ts';
import type { AuthPorts } from './auth-ports.ts';
import { minutesAfter } from './minutes-after.ts';
import { sessionLifetime } from './session-lifetime.ts';
import type { SignIn } from './start-session.ts';

/**
 * A bearer token for an existing user, for operators and scripts on the machine itself: whoever can run this can read
 * the database. Undefined when nobody has this address. It ends like a session of theirs, but is never idle: a script
 * may wait, so it counts as seen until its end.
 */
export async function issueToken({ registry, ids, wallClock }: AuthPorts, email: string): Promise<SignIn | undefined> {
  const at = wallClock.now();
  const token = ids.newSecret();
  return registry.commit((tx) => {
    const user = tx.userByEmail(emailKey(email));
    if (!user) return undefined;
    const expiresAt = minutesAfter(at, sessionLifetime(user).absoluteMinutes);
    const session = { id: ids.newId(), userId: user.id, createdAt: at, lastSeenAt: expiresAt, expiresAt };
    tx.insertSession({ ...session, provenAt: at, provenBy: 'operator' }, ids.hash(token));
    tx.audit({ at, userId: user.id, action: 'token.issue', subject: `user/${user.id}` });
    return { token, expiresAt, user };
  });
}
