import { type Audience, isPrivileged } from './audience.ts';
import type { CaseFile } from './case-file.ts';
import { type RoleInCase, rolesInCase } from './roles-in-case.ts';
import type { Viewer } from './viewer.ts';

/**
 * The audiences that a viewer belongs to in a case: what they may read is the rows of these, and nothing else. The one
 * mechanism of privilege: every list, count, search and page reads with what this answers.
 */
export function audiencesOf(viewer: Viewer, caseFile: CaseFile): readonly Audience[] {
  const last = lastAsked.get(caseFile);
  if (last?.viewer === viewer) return last.audiences;
  const roles = rolesInCase(viewer, caseFile);
  const all = new Set(roles.flatMap((role) => audiencesOfRole(role, caseFile)));
  const audiences = [...all].filter((audience) => !isPrivileged(audience) || isOutsideTheBench(viewer, caseFile));
  lastAsked.set(caseFile, { viewer, audiences });
  return audiences;
}

/** One answer asks half a dozen times for the same viewer and the same case file; neither is ever changed. */
const lastAsked = new WeakMap<CaseFile, { readonly viewer: Viewer; readonly audiences: readonly Audience[] }>();

function audiencesOfRole(role: RoleInCase, caseFile: CaseFile): Audience[] {
  if (role.standing === 'party') return ['case', `party:${role.party}`, 'room', `caucus:${role.party}`];
  const parties = caseFile.parties.map(({ id }) => id);
  const tribunal: Audience[] = ['case', 'tribunal', ...parties.map((id): Audience => `party:${id}`)];
  if (role.standing === 'registrar') return [...tribunal, 'sealed'];
  const isFacilitating = role.standing === 'assigned' && role.role === 'facilitator';
  return isFacilitating ? [...tribunal, 'room', ...parties.map((id): Audience => `caucus:${id}`)] : tribunal;
}

/**
 * A member is kept out of the room of every case, before any assignment and after it, whatever else they are: they may
 * be the next to decide it. The one exception is the facilitator of the case, who can then never be its member.
 */
export function isOutsideTheBench(viewer: Viewer, caseFile: CaseFile): boolean {
  if (viewer.kind === 'stranger' || caseFile.assigned.member === viewer.userId) return false;
  return !viewer.roles.includes('member') || caseFile.assigned.facilitator === viewer.userId;
}

/** The version that a viewer is shown, and may name as `expectedVersion`: without the room, only open entries count. */
export function versionFor(viewer: Viewer, caseFile: CaseFile): number {
  return audiencesOf(viewer, caseFile).includes('room') ? caseFile.version : caseFile.openVersion;
}
