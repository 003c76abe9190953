import type { Deadline } from '../deadline.ts';
import { named } from '../definition/definition-view.ts';
import type { Definition } from '../definition/schema.ts';
import type { Party } from '../party.ts';

/** Whose deadline it may be: a role, and the party in it. */
export interface Bound {
  readonly role: string;
  readonly party?: string | undefined;
}

/**
 * Whether the rule of a deadline binds someone. It names the roles that it binds; without that, a party's chart binds
 * that party, and the case's chart everyone. A role whose own chart runs it is bound as that one party.
 */
export function bindsByRule(
  definition: Definition,
  { parties }: { readonly parties: readonly Pick<Party, 'id' | 'role'>[] },
  { name, party }: Pick<Deadline, 'name' | 'party'>,
  who: Bound,
): boolean {
  const roles = named(definition.deadlines, name)?.binds;
  if (!roles) return party === undefined || party === who.party;
  const runsIn = parties.find(({ id }) => id === party)?.role;
  return roles.includes(who.role) && (runsIn !== who.role || party === who.party);
}
