import type { Identity } from '../ports/identity.ts';
import type { AuthPorts } from './auth-ports.ts';

/** Whether a user has nothing that would be lost with their account: no case, no role, no address. */
export type HasNothing = (userId: string) => Promise<boolean>;

/**
 * Makes a Digital ID one of a user's, who has shown both. False when it is somebody else's: only an account that holds
 * nothing gives it up, as one that came of signing in with it before it was linked.
 */
export async function linkIdentity(
  { registry, wallClock }: AuthPorts,
  { issuer, subject }: Identity,
  userId: string,
  hasNothing: HasNothing,
): Promise<boolean> {
  const identity = { issuer, subject };
  const holder = registry.read((reads) => reads.userByIdentity(identity))?.id;
  if (holder === userId) return true;
  if (holder !== undefined && !(await hasNothing(holder))) return false;
  const at = wallClock.now();
  return registry.commit((tx) => {
    if (tx.userByIdentity(identity)?.id !== holder) return false;
    tx.putIdentity(identity, userId, at);
    tx.audit({ at, userId, action: 'identity.link', subject: `user/${userId}` });
    return true;
  });
}
