import { emailKey } from '../../domain/email-key.ts';
import type { UserRow } from '../ports/identity.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryTransaction } from '../ports/registry.ts';

/** The user with an address that was shown to be theirs. A new one, without roles, is named after it until they say otherwise. */
export function userOfAddress(tx: RegistryTransaction, ids: Ids, email: string, language: string, at: string): UserRow {
  const known = tx.userByEmail(email);
  if (known) return known;
  const key = emailKey(email);
  const user: UserRow = { id: ids.newId(), email: key, name: key.slice(0, key.lastIndexOf('@')), language, roles: [] };
  tx.insertUser(user, at);
  return user;
}
