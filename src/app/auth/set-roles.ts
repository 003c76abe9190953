import { may } from '../../domain/access/authority.ts';
import { emailKey } from '../../domain/email-key.ts';
import type { MembershipRole, Viewer } from '../../domain/viewer.ts';
import type { UserRow } from '../ports/identity.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { AuthPorts } from './auth-ports.ts';

export interface RoleChange {
  readonly email: string;
  /** For someone who has no account yet: what they are called, and in which language. */
  readonly name: string;
  readonly language: string;
  /** All the roles they shall have; none takes them all away. */
  readonly roles: readonly MembershipRole[];
}

/**
 * Gives a person their roles in the tribunal, makes their account where there is none, and ends their sessions.
 * Undefined for who is no administrator, and for one who would change their own: an administrator sees no case, and
 * cannot make themself someone who does.
 */
export async function setRoles(
  { registry, ids, wallClock }: AuthPorts,
  viewer: Viewer,
  change: RoleChange,
): Promise<UserRow | undefined> {
  if (viewer.kind === 'stranger' || !may(viewer, 'user.administer', undefined)) return undefined;
  const at = wallClock.now();
  const roles = [...new Set(change.roles)].toSorted();
  return registry.commit((tx) => {
    const user = userFor(tx, ids, change, at);
    if (user.id === viewer.userId) return undefined;
    tx.setRoles(user.id, roles, at);
    tx.audit({ at, userId: viewer.userId, action: `roles.set ${roles.join(',')}`, subject: `user/${user.id}` });
    return { ...user, roles };
  });
}

function userFor(tx: RegistryTransaction, ids: Ids, { email, name, language }: RoleChange, at: string): UserRow {
  const known = tx.userByEmail(emailKey(email));
  if (known) return known;
  const user: UserRow = { id: ids.newId(), email: emailKey(email), name, language, roles: [] };
  tx.insertUser(user, at);
  return user;
}
