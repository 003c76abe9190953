import { isWithin, type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
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
  const leads = new Map(leaves.map((leaf) => [leaf, nextOf(leaf, leaves, reach)]));
  // A dead end is reported as such; what leads only there is not reported again.
  const settled = new Set<StateView>([...ends, ...deadEnds(view, 'case')]);
  for (let before = -1; before !== settled.size; ) {
    before = settled.size;
    for (const [leaf, next] of leads) if (next.some((state) => settled.has(state))) settled.add(leaf);
  }
  return leaves.filter((leaf) => !settled.has(leaf)).map(trapped);
};

function nextOf(leaf: StateView, leaves: readonly StateView[], reach: Reach): StateView[] {
  return waysOutBeside(leaf, reach).flatMap((transition) => landings(transition, leaves));
}

/** Its own ways out, and those of the regions that run beside it. */
function waysOutBeside(leaf: StateView, reach: Reach): readonly TransitionView[] {
  const parallel = selfAndAncestors(leaf).findLast((state) => state.kind === 'parallel');
  if (!parallel) return waysOut(leaf, reach);
  const inside = [...reach.transitions].filter(({ source }) => isWithin(source, parallel));
  return [...waysOut(parallel, reach), ...inside];
}

/** Where a transition comes to rest; back into a history state, anywhere inside its parent. */
function landings(transition: TransitionView, leaves: readonly StateView[]): readonly StateView[] {
  const back = transition.target?.kind === 'history' ? transition.target.parent : undefined;
  return back ? leaves.filter((leaf) => isWithin(leaf, back)) : statesEntered(transition);
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
