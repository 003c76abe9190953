import type { StateView } from '../../chart-view.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { nameOfState } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { DEFINITION_LIMITS } from '../limits.ts';
import { error, type Problem } from '../problem.ts';
import { withCapital } from '../with-capital.ts';

/** No more parts than a person can look through, and charts that they can follow and the engine can run. */
export const checkSize: Rule = (view) => {
  const states = view.charts.reduce((sum, chart) => sum + chart.states.length - 1, 0);
  const tooMany = states > DEFINITION_LIMITS.states ? [tooManyStates(states)] : [];
  const transitions = view.charts.reduce((sum, chart) => sum + chart.transitions.length, 0);
  const tooBusy = transitions > DEFINITION_LIMITS.transitions ? [tooManyTransitions(transitions)] : [];
  const deepest = view.charts.flatMap((chart) => chart.states.filter(isFirstTooDeep).map(tooDeep));
  return [...tooManyParts(view), ...tooMany, ...tooBusy, ...deepest];
};

function tooManyParts({ definition }: CheckedDefinition): Problem[] {
  return PARTS.flatMap((part) => {
    const count = Object.keys(definition[part]).length;
    const most = DEFINITION_LIMITS.parts[part];
    if (count <= most) return [];
    const message = `The definition has ${count} ${part}; at most ${most} are allowed.`;
    return [error('too-many-parts', jsonPointer(part), message, 'Split the process into two.')];
  });
}

const PARTS = Object.keys(DEFINITION_LIMITS.parts) as (keyof typeof DEFINITION_LIMITS.parts)[];

function tooManyStates(states: number): Problem {
  const message = `The charts have ${states} states; at most ${DEFINITION_LIMITS.states} are allowed.`;
  return error('too-many-states', '/chart', message, 'Split the process into two.');
}

function tooManyTransitions(transitions: number): Problem {
  const message = `The charts have ${transitions} transitions; at most ${DEFINITION_LIMITS.transitions} are allowed.`;
  return error('too-many-transitions', '/chart', message, 'Put what several states share on a state around them.');
}

function isFirstTooDeep(state: StateView): boolean {
  return state.depth === DEFINITION_LIMITS.stateDepth + 1;
}

function tooDeep(state: StateView): Problem {
  const message = `${withCapital(nameOfState(state))} lies more than ${DEFINITION_LIMITS.stateDepth} states deep.`;
  return error('states-too-deep', state.pointer, message, 'Put it beside the states around it.');
}
