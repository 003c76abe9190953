import { type StateView, selfAndAncestors, type TransitionView } from '../chart-view.ts';
import { oncePer } from '../once-per.ts';
import { statesEntered } from '../states-entered.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import { reachOf } from './reach.ts';
import { isEventless, whatFollows } from './what-follows.ts';

/**
 * Tells whether a transition may enter a state at once: itself, or by the `always` and `onDone` that follow it. Those that
 * do something on the way are no way back: `isIdle` says which do nothing.
 */
export function comesBack(view: CheckedDefinition, isIdle: (transition: TransitionView) => boolean) {
  const { transitions } = reachOf(view);
  const mayFollow = (one: TransitionView) => transitions.has(one) && isIdle(one);
  const numbers = new Map(view.charts.flatMap(({ states }) => states).map((state, number) => [state, BigInt(number)]));
  const bitOf = (state: StateView) => 1n << (numbers.get(state) ?? 0n);
  const entered = (ways: readonly TransitionView[]) =>
    ways.flatMap(statesEntered).reduce((bits, state) => bits | bitOf(state), 0n);
  const onward = closure(numbers, (state) => entered(eventlessOf(state).filter(mayFollow)));
  const enteredAtOnce = oncePer((first: TransitionView) => {
    const next = whatFollows(view)(first).filter(mayFollow).flatMap(statesEntered);
    return next.reduce((bits, state) => bits | bitOf(state) | (onward.get(state) ?? 0n), entered([first]));
  });
  return (first: TransitionView, state: StateView) => (enteredAtOnce(first) & bitOf(state)) !== 0n;
}

/** What is looked at once a chart is in a state; a final one ends the state around it, or its region. */
function eventlessOf(state: StateView): TransitionView[] {
  const around = selfAndAncestors(state);
  const ended = state.kind === 'final' ? around.slice(1, 3) : [];
  return around.flatMap((one) =>
    one.transitions.filter((way) => isEventless(way) && (way.trigger.kind === 'always' || ended.includes(one))),
  );
}

/** From one step to any number of them (Warshall), the states as bits: hundreds may lead to each other. */
function closure(
  numbers: ReadonlyMap<StateView, bigint>,
  stepOf: (state: StateView) => bigint,
): ReadonlyMap<StateView, bigint> {
  const reached = new Map([...numbers.keys()].map((state) => [state, stepOf(state)]));
  for (const [middle, number] of numbers) {
    const beyond = reached.get(middle) ?? 0n;
    if (beyond === 0n) continue;
    for (const [state, bits] of reached) if ((bits >> number) & 1n) reached.set(state, bits | beyond);
  }
  return reached;
}
