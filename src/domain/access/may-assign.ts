import type { CaseFile } from '../case-file.ts';
import type { Definition, Role } from '../definition/schema.ts';
import type { MembershipRole } from '../viewer.ts';
import { isOfTheCase } from './is-of-the-case.ts';

/** Someone who could be given a case. */
export interface Candidate {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly MembershipRole[];
}

/**
 * Whether a user may be given this tribunal role in this case: they hold the role in the tribunal, they are not of the
 * case themself, and nothing excludes them. The app asks this; `decide` asks `isExcluded`, for which the case is enough.
 */
export function mayAssign(caseFile: CaseFile, definition: Definition, role: string, user: Candidate): boolean {
  if (!isGivenToOne(definition.roles[role])) return false;
  if (!user.roles.some((held) => held === role)) return false;
  return !isOfTheCase(caseFile, user) && !isExcluded(caseFile, definition, role, user.id);
}

/**
 * Whether the case itself bars a user from a tribunal role: a declared conflict, being a party or supporter of the case,
 * having or having had a role in it that this one excludes, or that excludes this one, in whichever order.
 */
export function isExcluded(caseFile: CaseFile, definition: Definition, role: string, userId: string): boolean {
  if (caseFile.conflicts.includes(userId) || isBoundToTheCase(caseFile, userId)) return true;
  const served = rolesServed(caseFile, userId);
  return served.some(
    (other) => excludedBy(definition, role).includes(other) || excludedBy(definition, other).includes(role),
  );
}

function rolesServed({ assigned, everAssigned }: CaseFile, userId: string): string[] {
  const now = Object.keys(assigned).filter((role) => assigned[role] === userId);
  return [...now, ...Object.keys(everAssigned).filter((role) => everAssigned[role]?.includes(userId))];
}

/** Whoever facilitated a case never decides it: no definition can leave that out. */
function excludedBy(definition: Definition, role: string): readonly string[] {
  const rule = definition.roles[role];
  const declared = rule?.kind === 'tribunal' ? (rule.excludes ?? []) : [];
  return role === 'member' ? [...declared, 'facilitator'] : declared;
}

function isGivenToOne(rule: Role | undefined): boolean {
  return rule?.kind === 'tribunal' && rule.shared !== true;
}

function isBoundToTheCase(caseFile: CaseFile, userId: string): boolean {
  return caseFile.parties.flatMap((party) => [party, ...party.supporters]).some((person) => person.userId === userId);
}
