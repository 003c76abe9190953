import type { StateView } from '../../chart-view.ts';
import { rolesInChart } from '../../definition-view.ts';
import { nameOfState } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error } from '../problem.ts';
import { reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/** Every state is one that a case or a party can come to. Of states inside each other, the outermost is named. */
export const checkUnreachableStates: Rule = (view) => {
  const { states } = reachOf(view);
  return charts(view).flatMap((chart) =>
    chart.states
      .filter((state) => !states.has(state) && isOutermost(state, states))
      .map((state) => {
        const message = `Nothing leads to ${nameOfState(state)}: no case can ever be in it.`;
        const fix = 'Lead a transition there that can be taken, or remove the state.';
        return error('unreachable-state', state.pointer, withCapital(message), fix);
      }),
  );
};

function charts(view: CheckedDefinition) {
  return view.charts.filter((chart) => chart.name === 'case' || rolesInChart(view, chart.name).length > 0);
}

/** Inside a state that does not say which comes first, that is the problem. */
function isOutermost({ parent }: StateView, reached: ReadonlySet<StateView>): boolean {
  return !parent || (reached.has(parent) && !(parent.kind === 'compound' && !parent.initial));
}
