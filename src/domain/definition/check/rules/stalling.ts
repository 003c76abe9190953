import { type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
import { named } from '../../definition-view.ts';
import { nameOfState } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import { leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { findCycle } from '../find-cycle.ts';
import { type Problem, warning } from '../problem.ts';
import { reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/** Nobody can lead a case round in a circle by themselves for as long as they like. */
export const checkStalling: Rule = (view) => {
  const reach = reachOf(view);
  const leaves = leavesReached(view.caseChart, reach).filter(
    (leaf) => !selfAndAncestors(leaf).some((state) => state.node.after),
  );
  return view.partyRoles.flatMap((role) => {
    const cycle = findCycle(leaves, (leaf) => {
      const own = waysOut(leaf, reach).filter((transition) => isOnly(view, transition, role));
      const next = own.flatMap(statesEntered).filter((state) => leaves.includes(state));
      return next.filter((state) => state !== leaf);
    });
    return cycle ? [canStall(role, cycle)] : [];
  });
};

/** An event that this role, and whoever acts for it, can do, and nobody else. */
function isOnly(view: CheckedDefinition, { trigger }: TransitionView, role: string): boolean {
  if (trigger.kind !== 'event') return false;
  const by = named(view.definition.events, trigger.name)?.by ?? [];
  return by.includes(role) && by.every((one) => one === role || !Object.hasOwn(view.definition.roles, one));
}

function canStall(role: string, cycle: readonly StateView[]): Problem {
  const round = cycle.map((state) => `“${state.dotted}”`).join(' → ');
  const [first] = cycle;
  const message = `The ${role} can lead a case round and round by themselves, with no deadline: ${round}, and back to ${first ? nameOfState(first) : ''}.`;
  return warning(
    'can-stall',
    first?.pointer ?? '',
    withCapital(message),
    'Add a deadline under “after” to one of these states.',
  );
}
