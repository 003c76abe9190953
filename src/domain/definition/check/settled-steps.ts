import type { Outcome } from '../action-schema.ts';
import type { PlacedAction, StateView } from '../chart-view.ts';
import { oncePer } from '../once-per.ts';
import type { TimedAction } from '../placed-actions.ts';
import { certainFacts } from './certain-facts.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import type { FactChange } from './numbered-facts.ts';
import { reachOf } from './reach.ts';

/** Endings by agreement: nobody is left to decide, and what was agreed may be written down. */
const AGREED: ReadonlySet<string> = new Set<Outcome>(['settled', 'consent-order']);

/** Tells whether, by the time an action of the case's chart happens, an agreement has certainly been recorded as outcome. */
export const settledSteps = oncePer(
  (view: CheckedDefinition): ((timed: Pick<TimedAction, 'chart' | 'of'>) => boolean) => {
    const factsIn = certainFacts(view.caseChart, reachOf(view), { ofAction: agreement });
    return ({ chart, of }) => {
      if (chart !== 'case') return false;
      const state: StateView = 'trigger' in of ? of.source : of;
      return (
        factsIn(state).has('agreed') || ('trigger' in of && of.actions.flatMap(agreement).some(({ isTrue }) => isTrue))
      );
    };
  },
);

/** Another outcome, or none, takes the agreement back. */
function agreement({ action }: PlacedAction): FactChange[] {
  return action.type === 'outcome' ? [{ fact: 'agreed', isTrue: AGREED.has(action.outcome) }] : [];
}
