import type { CaseFile } from './case-file.ts';
import { isSameEmail } from './email-key.ts';
import { isOfTheCase } from './is-of-the-case.ts';
import { lastAsked } from './last-asked.ts';
import type { Party, Supporter } from './party.ts';
import type { Viewer } from './viewer.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/** How someone stands to one case. One person can stand to it in several ways. */
export type RoleInCase =
  | {
      readonly standing: 'party';
      /** The party's role in the definition: `respondent`. */
      readonly role: string;
      readonly party: string;
      /** Absent: they are the party themself. */
      readonly capacity?: 'representative' | 'helper';
      readonly supporter?: string;
      /** False: known by their verified address alone; their first act is preceded by a `join`. */
      readonly joined: boolean;
    }
  /** The case is theirs. */
  | { readonly standing: 'assigned'; readonly role: 'facilitator' | 'member' }
  /** The registry serves every case. */
  | { readonly standing: 'registrar'; readonly role: 'registrar' }
  /** Of the tribunal, but the case is somebody else's: they read, and can declare a conflict. */
  | { readonly standing: 'staff'; readonly role: 'facilitator' | 'member' };

/**
 * How a viewer stands to a case; nothing for whom it does not exist. Whoever is named in the case as a party or supporter
 * is not there for the tribunal, invited yet or not, and a declared conflict ends every tribunal role. An administrator is nobody here.
 */
export const rolesInCase = lastAsked((viewer: Viewer, caseFile: CaseFile): readonly RoleInCase[] => {
  if (viewer.kind === 'stranger') return [];
  const ofParties = caseFile.parties.flatMap((party) => rolesWith(party, viewer));
  if (ofParties.length > 0) return ofParties;
  if (caseFile.conflicts.includes(viewer.userId) || isOfTheCase(caseFile, { id: viewer.userId, email: viewer.email }))
    return [];
  return tribunalRoles(viewer, caseFile);
});

function rolesWith(party: Party, user: User): RoleInCase[] {
  if (!party.invited) return [];
  const base = { standing: 'party', role: party.role, party: party.id } as const;
  const supporting = party.supporters
    .filter((supporter) => isUser(supporter, user))
    .map(({ id, capacity, userId }) => ({ ...base, capacity, supporter: id, joined: userId !== undefined }));
  return isUser(party, user) ? [{ ...base, joined: party.userId !== undefined }, ...supporting] : supporting;
}

/** Bound: by their id and nothing else. Not yet bound: by the address that the user has shown to be theirs. */
function isUser(person: Party | Supporter, user: User): boolean {
  return person.userId === undefined ? isSameEmail(person.email, user.email) : person.userId === user.userId;
}

function tribunalRoles(user: User, caseFile: CaseFile): RoleInCase[] {
  const roles: RoleInCase[] = [];
  if (user.roles.includes('facilitator')) roles.push({ standing: has('facilitator'), role: 'facilitator' });
  if (user.roles.includes('member'))
    roles.push({ standing: mayDecide(user, caseFile) ? has('member') : 'staff', role: 'member' });
  if (user.roles.includes('registrar')) roles.push({ standing: 'registrar', role: 'registrar' });
  return roles;

  function has(role: 'facilitator' | 'member') {
    return caseFile.assigned[role] === user.userId ? 'assigned' : 'staff';
  }
}

/** Whoever is or was a facilitator of the case does not decide it, whatever the assignment says. */
function mayDecide(user: User, caseFile: CaseFile): boolean {
  return !caseFile.everAssigned.facilitator?.includes(user.userId);
}
