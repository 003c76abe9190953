import type { CaseView, DeadlineView } from '../../../app/case-view.ts';
import { bindsByRule } from '../../../domain/access/binds-by-rule.ts';
import type { RoleInCase } from '../../../domain/access/roles-in-case.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Definition } from '../../../domain/definition/schema.ts';

/**
 * The dates of a case that are someone's own to keep, the next one first. What binds everyone binds the parties: the tribunal
 * keeps a date only where the definition says so, and a helper, who cannot bind, has none. Of offers, the view holds dates only for who takes part in the talks.
 */
export function ownDeadlines(
  definition: Definition,
  theCase: Pick<CaseView, 'parties' | 'deadlines'>,
  standing: readonly RoleInCase[],
): readonly DeadlineView[] {
  return theCase.deadlines.filter((deadline) =>
    standing.some((role) =>
      role.standing === 'party'
        ? role.capacity !== 'helper' && bindsByRule(definition, theCase, deadline, role)
        : named(definition.deadlines, deadline.name)?.binds?.includes(role.role) && role.standing !== 'staff',
    ),
  );
}
