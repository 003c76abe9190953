import type { CaseView, DeadlineView } from '../../../app/case-view.ts';
import { binds } from '../../../domain/binds.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import type { RoleInCase } from '../../../domain/roles-in-case.ts';

/** The dates of a case that are someone's own to keep, the next one first. */
export function ownDeadlines(
  definition: Definition,
  theCase: Pick<CaseView, 'parties' | 'deadlines'>,
  standing: readonly RoleInCase[],
): readonly DeadlineView[] {
  return theCase.deadlines.filter((deadline) =>
    standing.some((role) =>
      binds(definition, theCase, deadline, {
        role: role.role,
        party: role.standing === 'party' ? role.party : undefined,
      }),
    ),
  );
}
