import type { Deadline } from '../deadline.ts';
import { deadlineAudience } from '../decide/deadlines.ts';
import type { Definition } from '../definition/schema.ts';
import type { Party } from '../party.ts';
import { type Bound, bindsByRule } from './binds-by-rule.ts';
import { takesPart } from './takes-part.ts';

/** Whether a deadline is someone's own to keep: its rule binds them, and it is not of talks in which they take no part. */
export function binds(
  definition: Definition,
  theCase: { readonly parties: readonly Pick<Party, 'id' | 'role' | 'chart' | 'responded'>[] },
  deadline: Pick<Deadline, 'name' | 'party' | 'chart'>,
  who: Bound,
): boolean {
  const isOutside = () => theCase.parties.some((party) => party.id === who.party && !takesPart(party));
  if (deadlineAudience(deadline) === 'room' && isOutside()) return false;
  return bindsByRule(definition, theCase, deadline, who);
}
