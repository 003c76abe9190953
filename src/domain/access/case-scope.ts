import type { Viewer } from '../viewer.ts';

/** Which cases a list may name at all. */
export type CaseScope =
  | { readonly kind: 'none' }
  /**
   * Those in which the user is a party or supporter (bound by id), or in which an unbound, invited party or an unbound
   * supporter of one has their verified address (compared as `isSameEmail` does).
   */
  | { readonly kind: 'participant'; readonly userId: string; readonly email: string }
  /** All of the tribunal's, less those in which the user declared a conflict. */
  | { readonly kind: 'staff'; readonly userId: string };

/** The cases that a viewer's list may name: the tribunal's for its staff; their own for everyone else, administrators too. */
export function caseScope(viewer: Viewer): CaseScope {
  if (viewer.kind === 'stranger') return { kind: 'none' };
  const isStaff = viewer.roles.some((role) => role !== 'admin');
  return isStaff ? { kind: 'staff', userId: viewer.userId } : ownCases(viewer);
}

/** The cases in which a viewer is a party or supporter, whatever else they are. */
export function ownCases(viewer: Viewer): CaseScope {
  if (viewer.kind === 'stranger') return { kind: 'none' };
  return { kind: 'participant', userId: viewer.userId, email: viewer.email };
}
