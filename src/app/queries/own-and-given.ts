import { caseScope, ownCases } from '../../domain/access/case-scope.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { QueryPorts } from './audited-read.ts';
import { type CaseSummary, summaries } from './list-cases.ts';

export const CASES_SHOWN = 100;

/** A user's cases in one registry, each list newest first. */
export interface OwnAndGiven {
  /** In which they are or support a party. */
  readonly own: readonly CaseSummary[];
  /** That were given to them. */
  readonly given: readonly CaseSummary[];
}

export function ownAndGiven(ports: QueryPorts, viewer: Viewer, language: string): OwnAndGiven {
  if (viewer.kind === 'stranger') return { own: [], given: [] };
  const page = { limit: CASES_SHOWN };
  const scope = caseScope(viewer);
  return ports.registry.read((reads) => ({
    own: summaries(ports, reads, viewer, ownCases(viewer), {}, page, language).items,
    given:
      scope.kind === 'staff'
        ? summaries(ports, reads, viewer, scope, { assignee: viewer.userId }, page, language).items
        : [],
  }));
}
