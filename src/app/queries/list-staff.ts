import { may } from '../../domain/access/authority.ts';
import type { MembershipRole, Viewer } from '../../domain/viewer.ts';
import type { Registry } from '../ports/registry.ts';
import { type Caseload, NO_CASES } from '../registries/caseload-elsewhere.ts';

/** Someone who holds a role in the tribunal. */
export interface StaffView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly MembershipRole[];
  /** Open cases they have in the role that was asked for. */
  readonly openCases: number;
}

/**
 * Who holds a role in the tribunal, by name, for the registry and administrators; nothing for everyone else.
 * `elsewhere`: cases that they have in the tribunal's other registries.
 */
export function listStaff(
  { registry }: { readonly registry: Registry },
  viewer: Viewer,
  role: MembershipRole,
  elsewhere: Caseload = NO_CASES,
): readonly StaffView[] | undefined {
  if (!may(viewer, 'staff.list', undefined)) return undefined;
  return registry.read((reads) => {
    const caseload = reads.caseload(role);
    return reads
      .usersWithRole(role)
      .map(({ id, name, email, roles }) => ({
        id,
        name,
        email,
        roles,
        openCases: (caseload.get(id) ?? 0) + (elsewhere.get(id) ?? 0),
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  });
}
