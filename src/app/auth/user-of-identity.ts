import { emailKey } from '../../domain/email-key.ts';
import type { ProvenIdentity } from '../ports/digital-id.ts';
import type { UserRow } from '../ports/identity.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryTransaction } from '../ports/registry.ts';

/** Nomen nescio: some providers tell no name. */
const NO_NAME = 'N. N.';

/**
 * Makes the account of someone whom their Digital ID shows for the first time. Their verified address becomes the
 * account's, unless it is somebody's already: that account stays as it is, and this one has no address.
 */
export function userOfIdentity(
  tx: RegistryTransaction,
  ids: Ids,
  { issuer, subject, name, email }: ProvenIdentity,
  language: string,
  at: string,
): UserRow {
  const own = email && !tx.userByEmail(email) ? emailKey(email) : '';
  const user: UserRow = {
    id: ids.newId(),
    email: own,
    name: name || own.slice(0, own.lastIndexOf('@')) || NO_NAME,
    language,
    roles: [],
  };
  tx.insertUser(user, at);
  tx.putIdentity({ issuer, subject }, user.id, at);
  tx.audit({ at, userId: user.id, action: 'identity.link', subject: `user/${user.id}` });
  return user;
}
