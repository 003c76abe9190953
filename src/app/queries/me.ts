import type { MembershipRole, Viewer } from '../../domain/viewer.ts';
import type { Wide } from '../ports/everywhere.ts';
import { mergePages } from '../registries/merge-pages.ts';
import type { QueryPorts } from './audited-read.ts';
import type { CaseSummary } from './list-cases.ts';
import { CASES_SHOWN, type OwnAndGiven, ownAndGiven } from './own-and-given.ts';

/** Who is signed in. */
export interface Me {
  readonly user: { readonly id: string; readonly email: string; readonly name: string; readonly language: string };
  /** Their roles in the tribunal. */
  readonly memberships: readonly MembershipRole[];
  /** The newest cases in which they are or support a party, and those that were given to them. */
  readonly cases: readonly CaseSummary[];
}

/** The user, their roles in the tribunal and their own cases, in whichever registry; nothing for a stranger. */
export async function me(ports: QueryPorts & Wide, viewer: Viewer, language: string): Promise<Me | undefined> {
  if (viewer.kind === 'stranger') return undefined;
  const { userId: id, email, name, roles } = viewer;
  const others = ports.everywhere?.others() ?? [];
  const elsewhere = await Promise.all(others.map((desk) => desk.ownAndGiven(viewer, language)));
  return {
    user: { id, email, name, language: viewer.language },
    memberships: roles,
    cases: eachOnce([ownAndGiven(ports, viewer, language), ...elsewhere]),
  };
}

/** The newest of their own, then the newest of those given to them. */
function eachOnce(registries: readonly OwnAndGiven[]): readonly CaseSummary[] {
  const [own, given] = (['own', 'given'] as const).map((kind) =>
    mergePages(
      CASES_SHOWN,
      registries.map((lists) => ({ items: lists[kind], next: null })),
      ({ openedAt, id }) => [openedAt, id],
    ),
  );
  const all = [...(own?.items ?? []), ...(given?.items ?? [])];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
