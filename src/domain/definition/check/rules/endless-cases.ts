import { isWithin, type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
import { oncePer } from '../../once-per.ts';
import { nameOfState } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import { leavesReached, waysOut } from '../certain-facts.ts';
import type { Rule } from '../checked-definition.ts';
import { closingStates } from '../closing-states.ts';
import { error, type Problem } from '../problem.ts';
import { type Reach, reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';
import { deadEnds } from './dead-ends.ts';

/** From wherever a case stands, some way leads to its end. */
export const checkEndlessCases: Rule = (view) => {
  const reach = reachOf(view);
  const chart = view.caseChart;
  const ends = closingStates(chart).filter((state) => reach.states.has(state));
  if (ends.length === 0) return chart.root.children.length === 0 ? [] : [neverEnds(chart.pointer)];
  const leaves = leavesReached(chart, reach);
  // A dead end is reported as such; what leads only there is not reported again.
  const settled = thatLeadTo([...ends, ...deadEnds(view, 'case')], leaves, nextIn(leaves, reach));
  return leaves.filter((leaf) => !settled.has(leaf)).map(trapped);
};

/** The ends themselves, and everything from which some way leads there. */
function thatLeadTo(
  ends: readonly StateView[],
  leaves: readonly StateView[],
  nextOf: (leaf: StateView) => ReadonlySet<StateView>,
): ReadonlySet<StateView> {
  const steps = leaves.flatMap((leaf) => [...nextOf(leaf)].map((next) => ({ leaf, next })));
  const into = Map.groupBy(steps, ({ next }) => next);
  const settled = new Set(ends);
  for (const state of settled) for (const { leaf } of into.get(state) ?? []) settled.add(leaf);
  return settled;
}

/** Where the case can stand after the next step: with regions side by side, after a step in any of them. */
function nextIn(leaves: readonly StateView[], reach: Reach): (leaf: StateView) => ReadonlySet<StateView> {
  const inside = oncePer((state: StateView) => leaves.filter((leaf) => isWithin(leaf, state)));
  const landingsOf = (transitions: readonly TransitionView[]) =>
    new Set(transitions.flatMap((transition) => landings(transition, inside)));
  const inParallel = oncePer((parallel: StateView) => landingsOf(waysInsideAndOut(parallel, reach)));
  return (leaf) => {
    const parallel = selfAndAncestors(leaf).findLast((state) => state.kind === 'parallel');
    return parallel ? inParallel(parallel) : landingsOf(waysOut(leaf, reach));
  };
}

function waysInsideAndOut(parallel: StateView, reach: Reach): TransitionView[] {
  const inside = [...reach.transitions].filter(({ source }) => isWithin(source, parallel));
  return [...waysOut(parallel, reach), ...inside];
}

/** Where a transition comes to rest; back into a history state, anywhere inside its parent. */
function landings(
  transition: TransitionView,
  inside: (state: StateView) => readonly StateView[],
): readonly StateView[] {
  const back = transition.target?.kind === 'history' ? transition.target.parent : undefined;
  return back ? inside(back) : statesEntered(transition);
}

function neverEnds(path: string): Problem {
  const message = 'No case can ever be closed: no final state at the top of the chart can be reached.';
  return error('never-ends', path, message, 'Add a state with "type": "final" at the top, and lead to it.');
}

function trapped(state: StateView): Problem {
  const message = `From ${nameOfState(state)} no way leads to the end of the case: it could never be closed.`;
  return error(
    'never-ends',
    state.pointer,
    withCapital(message),
    'Lead a transition from it, in the end, to a final state.',
  );
}
