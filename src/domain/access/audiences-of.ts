import { type Audience, isPrivileged } from '../audience.ts';
import type { CaseFile } from '../case-file.ts';
import { lastAsked } from '../last-asked.ts';
import type { Viewer } from '../viewer.ts';
import { type RoleInCase, rolesInCase } from './roles-in-case.ts';
import { takesPart } from './takes-part.ts';

/**
 * The audiences that a viewer belongs to in a case: what they may read is the rows of these, and nothing else. The one
 * mechanism of privilege: every list, count, search and page reads with what this answers. What the tribunal is asked to
 * approve stands beside it, in `agreementFor`.
 */
export const audiencesOf = lastAsked((viewer: Viewer, caseFile: CaseFile): readonly Audience[] => {
  const roles = rolesInCase(viewer, caseFile);
  const [one, another] = roles;
  const all =
    one && !another
      ? audiencesOfRole(one, caseFile)
      : [...new Set(roles.flatMap((role) => audiencesOfRole(role, caseFile)))];
  return isOutsideTheBench(viewer, caseFile) ? all : all.filter((audience) => !isPrivileged(audience));
});

function audiencesOfRole(role: RoleInCase, caseFile: CaseFile): Audience[] {
  if (role.standing === 'party') return besideParty(role, caseFile);
  const parties = caseFile.parties.map(({ id }) => id);
  const tribunal: Audience[] = ['case', 'tribunal', ...parties.map((id): Audience => `party:${id}`)];
  if (role.standing === 'registrar') return [...tribunal, 'sealed', 'confided'];
  const isFacilitating = role.standing === 'assigned' && role.role === 'facilitator';
  return isFacilitating ? [...tribunal, 'room', ...parties.map((id): Audience => `caucus:${id}`)] : tribunal;
}

/**
 * The room is for those who take part in the talks: not for who is in default, was never served or was released, even of
 * what was said while they were there. What was written to them alone stays theirs. A secret figure is for whoever can be
 * bound by it: a helper assists, and is not told.
 */
function besideParty({ party, capacity }: Extract<RoleInCase, { standing: 'party' }>, caseFile: CaseFile): Audience[] {
  const all: Audience[] = ['case', `party:${party}`, `caucus:${party}`, `held:${party}`];
  if (caseFile.parties.some((one) => one.id === party && takesPart(one))) all.push('room');
  if (capacity !== 'helper') all.push(`own:${party}`);
  return all;
}

/**
 * A member is kept out of the room of every case, before any assignment and after it, whatever else they are: they may
 * be the next to decide it. The one exception is the facilitator of the case, who can then never be its member.
 */
export function isOutsideTheBench(viewer: Viewer, caseFile: CaseFile): boolean {
  if (viewer.kind === 'stranger' || caseFile.assigned.member === viewer.userId) return false;
  return !viewer.roles.includes('member') || caseFile.assigned.facilitator === viewer.userId;
}

/**
 * The version that a viewer is shown, and may name as `expectedVersion`: without the room, only open entries count. What
 * was told in confidence counts for nobody: the other side would see that there is something.
 */
export function versionFor(viewer: Viewer, caseFile: CaseFile): number {
  const { version, openVersion, confided = 0 } = caseFile;
  return audiencesOf(viewer, caseFile).includes('room') ? version - confided : openVersion;
}
