import type { PlacedAction } from '../../chart-view.ts';
import { nameOfState } from '../../placed-actions.ts';
import { certainFacts } from '../certain-facts.ts';
import type { Rule } from '../checked-definition.ts';
import { closingStates } from '../closing-states.ts';
import type { FactChange } from '../numbered-facts.ts';
import { error } from '../problem.ts';
import { reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/** However a case comes to its end, it says how it ended. */
export const checkOutcomes: Rule = (view) => {
  const reach = reachOf(view);
  const factsIn = certainFacts(view.caseChart, reach, { ofAction: outcomeRecorded });
  return closingStates(view.caseChart)
    .filter((state) => reach.states.has(state) && !factsIn(state).has('outcome'))
    .map((state) => {
      const message = `${withCapital(nameOfState(state))} closes the case, but there is a way into it on which no outcome is recorded.`;
      const fix = 'Add { "type": "outcome", "outcome": "…" } to its entry, or to every transition that leads there.';
      return error('final-without-outcome', state.pointer, message, fix);
    });
};

function outcomeRecorded({ action }: PlacedAction): FactChange[] {
  return action.type === 'outcome' ? [{ fact: 'outcome', isTrue: action.outcome !== 'none' }] : [];
}
