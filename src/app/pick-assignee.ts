import { mayAssign } from '../domain/access/may-assign.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Definition } from '../domain/definition/schema.ts';
import { MEMBERSHIP_ROLES } from '../domain/viewer.ts';
import type { RegistryReads } from './ports/registry.ts';

/** Who of those that may have the role has the fewest open cases in it; of equals, the first by id. */
export function pickAssignee(
  reads: Pick<RegistryReads, 'usersWithRole' | 'caseload'>,
  definition: Definition,
  theCase: CaseFile,
  role: string,
): string | undefined {
  const held = MEMBERSHIP_ROLES.find((one) => one === role);
  if (!held) return undefined;
  const caseload = reads.caseload(role);
  return reads
    .usersWithRole(held)
    .filter((user) => mayAssign(theCase, definition, role, user))
    .map(({ id }) => ({ id, cases: caseload.get(id) ?? 0 }))
    .toSorted((one, other) => one.cases - other.cases || (one.id < other.id ? -1 : 1))[0]?.id;
}
