import type { StateView, TransitionView } from '../../chart-view.ts';
import { nameOfTransition } from '../../placed-actions.ts';
import type { Rule } from '../checked-definition.ts';
import { type Guards, guardsOf } from '../guards-of.ts';
import { error, type Problem } from '../problem.ts';
import { withCapital } from '../with-capital.ts';

/** Of the transitions that one thing can bring, each is taken in some case: its guard can be true, and none before it always is. */
export const checkGuards: Rule = (view) => {
  const guards = guardsOf(view.definition);
  return view.charts.flatMap((chart) =>
    chart.states.flatMap((state) => groups(state).flatMap((transitions) => checkGroup(guards, transitions))),
  );
};

/** The transitions of a state that are tried one after another. */
function groups(state: StateView): TransitionView[][] {
  const byTrigger = Map.groupBy(state.transitions, ({ trigger }) =>
    'name' in trigger ? `${trigger.kind} ${trigger.name}` : trigger.kind,
  );
  return [...byTrigger.values()];
}

function checkGroup(guards: Guards, transitions: readonly TransitionView[]): Problem[] {
  return transitions.flatMap((transition, index) => {
    const { pointer } = transition;
    const where = withCapital(nameOfTransition(transition));
    if (guards.truthOf(transition) === 'never') {
      const message = `${where}: transition no. ${index + 1} has a guard that can never be true.`;
      return [error('guard-never-true', `${pointer}/guard`, message, 'Correct the guard, or remove the transition.')];
    }
    const earlier = transitions.slice(0, index);
    if (index === 0 || !guards.isShadowed(transition, earlier)) return [];
    const message = `${where}: transition no. ${index + 1} is never taken, because whenever it could be, one before it is taken instead.`;
    const fix = 'Put the one with the narrower guard first, or remove the one that is never taken.';
    return [error('shadowed-transition', pointer, message, fix)];
  });
}
