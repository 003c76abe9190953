import { caseScope, ownCases } from '../../domain/case-scope.ts';
import type { MembershipRole, Viewer } from '../../domain/viewer.ts';
import type { QueryPorts } from './audited-read.ts';
import { type CaseSummary, summaries } from './list-cases.ts';

/** Who is signed in. */
export interface Me {
  readonly user: { readonly id: string; readonly email: string; readonly name: string; readonly language: string };
  /** Their roles in the tribunal. */
  readonly memberships: readonly MembershipRole[];
  /** The newest cases in which they are or support a party, and those that were given to them. */
  readonly cases: readonly CaseSummary[];
}

const CASES_SHOWN = 100;

/** The user, their roles in the tribunal and their own cases; nothing for a stranger. */
export function me(ports: QueryPorts, viewer: Viewer, language: string): Me | undefined {
  if (viewer.kind === 'stranger') return undefined;
  const { userId: id, email, name, roles } = viewer;
  return {
    user: { id, email, name, language: viewer.language },
    memberships: roles,
    cases: ownAndGiven(ports, viewer, language),
  };
}

function ownAndGiven(ports: QueryPorts, viewer: Extract<Viewer, { kind: 'user' }>, language: string): CaseSummary[] {
  const page = { limit: CASES_SHOWN };
  return ports.registry.read((reads) => {
    const own = summaries(ports, reads, viewer, ownCases(viewer), {}, page, language).items;
    const scope = caseScope(viewer);
    const given =
      scope.kind === 'staff'
        ? summaries(ports, reads, viewer, scope, { assignee: viewer.userId }, page, language).items
        : [];
    const known = new Set(own.map((one) => one.id));
    return [...own, ...given.filter((one) => !known.has(one.id))];
  });
}
