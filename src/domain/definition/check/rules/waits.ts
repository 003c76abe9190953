import type { Action } from '../../action-schema.ts';
import { type PlacedAction, type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
import { chartsTold, named } from '../../definition-view.ts';
import { oncePer } from '../../once-per.ts';
import { eventOf, nameOfState } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import { certainFacts, leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { closingStates } from '../closing-states.ts';
import { comesBack } from '../comes-back.ts';
import { guardsOf } from '../guards-of.ts';
import { hasCertainTask, isTask } from '../has-certain-task.ts';
import type { FactChange, FactSet } from '../numbered-facts.ts';
import { error, type Problem, warning } from '../problem.ts';
import { type Reach, reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/**
 * Nobody is waited for without end: where a case can go on only by someone's act, a deadline runs, or the tribunal has it
 * in a queue, on someone's desk, or in a stage with a target.
 */
export const checkWaits: Rule = (view) => {
  const reach = reachOf(view);
  const isNeeded = caseNeedsParties(view, reach);
  return view.charts.flatMap((chart) => {
    const closing = new Set(closingStates(chart));
    const assigned = certainFacts(chart, reach, { ofAction: roleAssigned });
    return leavesReached(chart, reach)
      .filter((leaf) => !closing.has(leaf))
      .flatMap((leaf) => checkWait(view, { leaf, reach, isNeeded, assigned: assigned(leaf) }));
  });
};

interface Wait {
  readonly leaf: StateView;
  readonly reach: Reach;
  /** Whether the case stands still until its parties' charts move. */
  readonly isNeeded: boolean;
  /** Tribunal roles that someone certainly has by now. */
  readonly assigned: FactSet;
}

function roleAssigned({ action }: PlacedAction): FactChange[] {
  return action.type === 'assign' ? [{ fact: action.role, isTrue: true }] : [];
}

function checkWait(view: CheckedDefinition, wait: Wait): Problem[] {
  const { leaf, reach } = wait;
  const { nearest, around } = nearestMoves(leaf, reach);
  if (nearest.length === 0 || waysOut(leaf, reach).some((transition) => comesByItself(view, transition, wait)))
    return [];
  if (nearest.some((transition) => isBroughtByChart(transition, reach)) || isAtRest(around, reach)) return [];
  const chart = view.charts.find(({ name }) => name === leaf.chart);
  if (chart && hasCertainTask(chart, leaf, reach)) return [];
  const roles = new Set(nearest.flatMap((transition) => named(view.definition.events, eventOf(transition))?.by ?? []));
  const tribunal = view.tribunalRoles.filter((role) => roles.has(role));
  const isOnDesk = tribunal.some((role) => wait.assigned.has(role)) || (tribunal.length > 0 && hasTarget(view, leaf));
  return isOnDesk ? [] : [waitsForEver(wait, [...roles], tribunal.length > 0)];
}

/**
 * What a state waits for: the transitions that lead on from it, or from the nearest state around it that has any. What can
 * happen anywhere in the case (a withdrawal, say) is nothing that this state waits for.
 */
function nearestMoves(leaf: StateView, reach: Reach) {
  const around: StateView[] = [];
  for (const state of selfAndAncestors(leaf)) {
    around.push(state);
    const nearest = state.transitions.filter((one) => reach.transitions.has(one) && one.target !== undefined);
    if (nearest.length > 0) return { nearest, around };
  }
  return { nearest: [], around };
}

/** Nothing is left to do in its region of a parallel state, and another region never rests: that one is asked. */
function isAtRest(around: readonly StateView[], reach: Reach): boolean {
  return around.some(
    ({ kind, children }) =>
      kind === 'parallel' && children.some((region) => !around.includes(region) && neverRests(region, reach)),
  );
}

function neverRests(region: StateView, reach: Reach): boolean {
  if (region.kind === 'history') return false;
  const inside = region.children.filter((child) => reach.states.has(child) && child.kind !== 'history');
  const leadsOn = region.transitions.some((one) => reach.transitions.has(one) && one.target !== undefined);
  return leadsOn || (inside.length > 0 && inside.every((child) => neverRests(child, reach)));
}

/**
 * By time, because something is done, or at once. A deadline helps nobody when it has run out and then its guards may all
 * refuse, or what happens may leave the case as it was.
 */
function comesByItself(
  view: CheckedDefinition,
  { trigger, source }: TransitionView,
  { leaf, reach }: Pick<Wait, 'leaf' | 'reach'>,
): boolean {
  if (trigger.kind === 'event') return false;
  if (trigger.kind === 'done') return leaf.kind === 'final';
  const name = trigger.kind === 'deadline' ? trigger.name : undefined;
  const alike = source.transitions.filter(
    (one) =>
      one.trigger.kind === trigger.kind &&
      (one.trigger as { name?: string }).name === name &&
      reach.transitions.has(one),
  );
  return guardsOf(view.definition).isExhaustive(alike) && alike.every((one) => endsWait(view, one, leaf));
}

/** It gives someone work, has another chart move, or leaves the state and does not come back to it at once. */
function endsWait(view: CheckedDefinition, transition: TransitionView, leaf: StateView): boolean {
  if (doesSomething(view)(transition)) return true;
  return statesEntered(transition).length > 0 && !idlyComesBack(view)(transition, leaf);
}

const idlyComesBack = oncePer((view: CheckedDefinition) =>
  comesBack(view, (transition) => !doesSomething(view)(transition)),
);

const doesSomething = oncePer((view: CheckedDefinition) =>
  oncePer(({ source, actions }: TransitionView): boolean =>
    actions.some((placed) => isTask(placed) || (placed.action.type === 'tell' && isHeard(view, source, placed.action))),
  ),
);

function isHeard(
  view: CheckedDefinition,
  { chart }: StateView,
  { to, event }: Extract<Action, { type: 'tell' }>,
): boolean {
  const told = chartsTold(view, chart, to);
  return view.charts
    .filter(({ name }) => told.includes(name))
    .flatMap(({ transitions }) => transitions)
    .some((one) => eventOf(one) === event && one.target !== undefined && reachOf(view).transitions.has(one));
}

/** Another chart speaks: in whatever state it is, it has been asked the same question. */
function isBroughtByChart({ trigger, source }: TransitionView, reach: Reach): boolean {
  if (trigger.kind !== 'event') return false;
  return trigger.name === 'PARTY_CHANGED' || reach.isTold(source.chart, trigger.name);
}

/** Some state of the case goes on only when the parties' charts move. */
function caseNeedsParties(view: CheckedDefinition, reach: Reach): boolean {
  return leavesReached(view.caseChart, reach).some((leaf) => {
    const { nearest } = nearestMoves(leaf, reach);
    const isOthers = (one: TransitionView) => one.trigger.kind === 'always' || isBroughtByChart(one, reach);
    return (
      nearest.length > 0 &&
      nearest.every(isOthers) &&
      !waysOut(leaf, reach).some((one) => comesByItself(view, one, { leaf, reach }))
    );
  });
}

function hasTarget(view: CheckedDefinition, leaf: StateView): boolean {
  return view.definition.stages.some((stage) => stage.id === leaf.stage && stage.target !== undefined);
}

function waitsForEver({ leaf, isNeeded }: Wait, roles: readonly string[], hasTribunal: boolean): Problem {
  const message = `${withCapital(nameOfState(leaf))} waits for ${roles.join(' or ') || 'what may never come'} with no deadline and nothing in a queue: if nobody acts, nobody notices.`;
  const fix = hasTribunal
    ? 'Open a task on entering it, assign the case before, give its stage a target, or add a deadline under “after”.'
    : 'Add a deadline under “after” that says what happens when they do not act, or open a task for the registry.';
  const isHarmless = leaf.chart !== 'case' && !isNeeded;
  return (isHarmless ? warning : error)('wait-without-deadline', leaf.pointer, message, fix);
}
