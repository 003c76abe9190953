import type { CaseFile } from '../case-file.ts';
import { isSameEmail } from '../email-key.ts';
import { lastAsked } from '../last-asked.ts';
import type { Party, Supporter } from '../party.ts';
import type { Viewer } from '../viewer.ts';
import { isOfAnotherSide } from './is-of-another-side.ts';
import { isOfTheCase } from './is-of-the-case.ts';

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
      /** False: a party known by their verified address alone; their first act is preceded by a `join`. */
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
  const ofParties = onOneSide(rolesOfParties(caseFile, viewer), caseFile, viewer);
  if (ofParties.length > 0) return ofParties;
  if (caseFile.conflicts.includes(viewer.userId) || isOfTheCase(caseFile, { id: viewer.userId, email: viewer.email }))
    return [];
  return tribunalRoles(viewer, caseFile);
});

/** A party is known by its address before it has an account; who acts for it or helps it, once they have accepted. */
function rolesOfParties({ parties }: CaseFile, user: User): RoleInCase[] {
  const roles: RoleInCase[] = [];
  for (const party of parties) {
    if (!party.invited) continue;
    const base = { standing: 'party', role: party.role, party: party.id } as const;
    if (isParty(party, user)) roles.push({ ...base, joined: party.userId !== undefined });
    for (const { id, capacity, userId } of party.supporters)
      if (userId === user.userId) roles.push({ ...base, capacity, supporter: id, joined: true });
  }
  return roles;
}

/** Bound: by their id and nothing else. Not yet bound: by the address that the user has shown to be theirs. */
function isParty(party: Party, user: User): boolean {
  return party.userId === undefined ? isSameEmail(party.email, user.email) : party.userId === user.userId;
}

/** An address makes nobody a party against whom they stand already. */
function onOneSide(roles: readonly RoleInCase[], { parties }: CaseFile, { userId }: User): readonly RoleInCase[] {
  const isBound = (side: string) => isOfAnotherSide({ parties }, side, userId);
  return roles.filter(
    (role) =>
      role.standing !== 'party' || role.joined || !isBound(parties.find(({ id }) => id === role.party)?.side ?? ''),
  );
}

/** Someone was invited to act for a party or help it, and can accept or decline. */
export interface HelpRequest {
  readonly party: Party;
  readonly supporter: Supporter;
}

/** Those of a case that went to the viewer's verified address, and that nobody has accepted. */
export function helpRequestsOf(viewer: Viewer, { parties }: CaseFile): readonly HelpRequest[] {
  if (viewer.kind === 'stranger') return [];
  const requests: HelpRequest[] = [];
  for (const party of parties)
    for (const supporter of party.supporters)
      if (supporter.userId === undefined && isSameEmail(supporter.email, viewer.email))
        requests.push({ party, supporter });
  return requests;
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
