import { may } from '../../domain/access/authority.ts';
import { mayAssign } from '../../domain/access/may-assign.ts';
import { MEMBERSHIP_ROLES, type Viewer } from '../../domain/viewer.ts';
import { type Caseload, NO_CASES } from '../registries/caseload-elsewhere.ts';
import type { QueryPorts } from './audited-read.ts';

/** Someone whom the registry may give a case. */
export interface CandidateView {
  readonly userId: string;
  readonly name: string;
  /** Open cases they have in the role. */
  readonly openCases: number;
}

/**
 * Who may be given a role in a case, those with the fewest cases first; nothing for who may not give it. `elsewhere`:
 * cases that they have in the tribunal's other registries.
 */
export function listCandidates(
  ports: QueryPorts,
  viewer: Viewer,
  caseId: string,
  role: string,
  elsewhere: Caseload = NO_CASES,
): readonly CandidateView[] | undefined {
  const held = MEMBERSHIP_ROLES.find((one) => one === role);
  return ports.registry.read((reads) => {
    const caseFile = reads.caseFile(caseId);
    if (!caseFile || !held || !may(viewer, 'case.assign', caseFile)) return undefined;
    const definition = ports.definitionOf(caseFile.workflow);
    const caseload = reads.caseload(role);
    return reads
      .usersWithRole(held)
      .filter((user) => mayAssign(caseFile, definition, role, user))
      .map(({ id, name }) => ({ userId: id, name, openCases: (caseload.get(id) ?? 0) + (elsewhere.get(id) ?? 0) }))
      .toSorted((one, other) => one.openCases - other.openCases);
  });
}
