import { isWithin, type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
import { named } from '../../definition-view.ts';
import { nameOfState } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import { leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { type Problem, warning } from '../problem.ts';
import { reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/** Nobody can lead a case round in a circle by themselves for as long as they like. */
export const checkStalling: Rule = (view) =>
  [...stepsByRole(view)].flatMap(([role, steps]) => {
    const circle = endlessCircle(steps);
    return circle ? [canStall(role, circle)] : [];
  });

/** The states that are entered next, and whether a deadline runs on meanwhile. */
type Next = Map<StateView, boolean>;
type Steps = Map<StateView, Next>;

/** What each party role can do that nobody else can, where no date ends it. */
function stepsByRole(view: CheckedDefinition): ReadonlyMap<string, Steps> {
  const reach = reachOf(view);
  const leaves = new Set(leavesReached(view.caseChart, reach).filter((leaf) => !endsOnDate(view, leaf)));
  const found = new Map<string, Steps>();
  for (const leaf of leaves) {
    for (const transition of waysOut(leaf, reach)) {
      const role = onlyRole(view, transition);
      if (role === undefined) continue;
      const steps: Steps = found.get(role) ?? new Map();
      found.set(role, steps.set(leaf, withStep(steps.get(leaf) ?? new Map(), transition, leaf, leaves)));
    }
  }
  return found;
}

/** Where two ways lead to the same state, the deadline runs on only if it does on both. */
function withStep(next: Next, transition: TransitionView, leaf: StateView, leaves: ReadonlySet<StateView>): Next {
  for (const to of statesEntered(transition)) {
    const leadsOn = to !== leaf || startsAgain(transition, leaf);
    if (leaves.has(to) && leadsOn) next.set(to, next.get(to) !== false && runsOn(transition, leaf, to));
  }
  return next;
}

/** A deadline that is counted from a date is over some day, however often it begins. */
function endsOnDate(view: CheckedDefinition, leaf: StateView): boolean {
  const deadlines = selfAndAncestors(leaf).flatMap(({ node }) => Object.keys(node.after ?? {}));
  return deadlines.some((name) => {
    const basis = named(view.definition.deadlines, name)?.basis;
    return basis !== undefined && !/\b(now|today|event)\b/.test(basis);
  });
}

/** The party role that, with whoever acts for it, can do an event, and nobody else. */
function onlyRole(view: CheckedDefinition, { trigger }: TransitionView): string | undefined {
  if (trigger.kind !== 'event') return undefined;
  const by = named(view.definition.events, trigger.name)?.by ?? [];
  const [role, ...others] = new Set(by.filter((one) => Object.hasOwn(view.definition.roles, one)));
  return role !== undefined && others.length === 0 && view.partyRoles.includes(role) ? role : undefined;
}

function startsAgain(transition: TransitionView, leaf: StateView): boolean {
  return statesEntered(transition).some((state) => state.node.after && isWithin(leaf, state));
}

/** Both states lie in one with a deadline, which the step does not begin anew. */
function runsOn(transition: TransitionView, from: StateView, to: StateView): boolean {
  const entered = statesEntered(transition);
  return selfAndAncestors(from).some((state) => state.node.after && isWithin(to, state) && !entered.includes(state));
}

/** A circle in which no deadline runs on all the time: where one does in each of its steps, it is the same, or around the others. */
function endlessCircle(steps: Steps): StateView[] | undefined {
  for (const [from, next] of steps) {
    for (const [to, isTimed] of next) {
      const back = isTimed ? undefined : wayFrom(to, from, steps);
      if (back) return back;
    }
  }
  return undefined;
}

/** The shortest way from one state to another, both included. */
function wayFrom(start: StateView, end: StateView, steps: Steps): StateView[] | undefined {
  const before = new Map<StateView, StateView | undefined>([[start, undefined]]);
  for (const state of before.keys()) {
    for (const next of steps.get(state)?.keys() ?? []) if (!before.has(next)) before.set(next, state);
  }
  if (!before.has(end)) return undefined;
  const way: StateView[] = [];
  for (let at: StateView | undefined = end; at; at = before.get(at)) way.unshift(at);
  return way;
}

function canStall(role: string, circle: readonly StateView[]): Problem {
  const round = circle.map((state) => `“${state.dotted}”`).join(' → ');
  const [first] = circle;
  const message = `The ${role} can lead a case round and round by themselves, with no deadline that runs on meanwhile: ${round}, and back to ${first ? nameOfState(first) : ''}.`;
  return warning(
    'can-stall',
    first?.pointer ?? '',
    withCapital(message),
    'Add a deadline under “after” to a state around these, or one that is counted from a date (“basis”).',
  );
}
