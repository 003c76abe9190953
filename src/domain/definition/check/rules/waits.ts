import type { Action } from '../../action-schema.ts';
import { type PlacedAction, type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
import { named } from '../../definition-view.ts';
import { eventOf, nameOfState, placedActions } from '../../placed-actions.ts';
import { waysInto } from '../../states-entered.ts';
import { certainFacts, type FactChange, leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { closingStates } from '../closing-states.ts';
import { guardsOf } from '../guards-of.ts';
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
  readonly assigned: ReadonlySet<string>;
}

function roleAssigned({ action }: PlacedAction): FactChange[] {
  return action.type === 'assign' ? [{ fact: action.role, isTrue: true }] : [];
}

function checkWait(view: CheckedDefinition, wait: Wait): Problem[] {
  const { leaf, reach } = wait;
  const moves = waysOut(leaf, reach).filter((transition) => transition.target !== undefined);
  if (moves.length === 0 || moves.some((transition) => goesOnByItself(view, transition, reach))) return [];
  const roles = new Set(moves.flatMap((transition) => named(view.definition.events, eventOf(transition))?.by ?? []));
  const tribunal = view.tribunalRoles.filter((role) => roles.has(role));
  if (hasTask(view, wait, moves)) return [];
  const isOnDesk = tribunal.some((role) => wait.assigned.has(role)) || (tribunal.length > 0 && hasTarget(view, leaf));
  return isOnDesk ? [] : [waitsForEver(wait, [...roles], tribunal.length > 0)];
}

/** By time, by itself, or when another chart speaks: whoever speaks has been asked the same question. */
function goesOnByItself(view: CheckedDefinition, transition: TransitionView, reach: Reach): boolean {
  const { trigger, source } = transition;
  if (trigger.kind === 'event') return trigger.name === 'PARTY_CHANGED' || reach.isTold(source.chart, trigger.name);
  return trigger.kind !== 'always' || guardsOf(view.definition).truthOf(transition) === 'always';
}

/** Some state of the case goes on only when the parties' charts move. */
function caseNeedsParties(view: CheckedDefinition, reach: Reach): boolean {
  return leavesReached(view.caseChart, reach).some((leaf) => {
    const moves = waysOut(leaf, reach).filter(({ target }) => target !== undefined);
    return (
      moves.length > 0 &&
      moves.every(({ trigger, source }) => {
        if (trigger.kind !== 'event') return trigger.kind === 'always';
        return (
          trigger.name === 'PARTY_CHANGED' ||
          (reach.isTold(source.chart, trigger.name) && !named(view.definition.events, trigger.name))
        );
      })
    );
  });
}

/** Work lies in a queue: opened on entering the state or on every way into it, or done by one of the events awaited. */
function hasTask(view: CheckedDefinition, { leaf, reach }: Wait, moves: readonly TransitionView[]): boolean {
  const around = selfAndAncestors(leaf);
  if (around.some((state) => state.entry.some(({ action }) => action.type === 'task'))) return true;
  const chart = view.charts.find(({ name }) => name === leaf.chart);
  const waysIn = ((chart && waysInto(chart).get(leaf)) ?? []).filter((one) => reach.transitions.has(one));
  if (waysIn.length > 0 && waysIn.every(({ actions }) => actions.some(({ action }) => action.type === 'task')))
    return true;
  const awaited = new Set(moves.map(eventOf));
  return view.charts.flatMap(placedActions).some(({ action }) => action.type === 'task' && isDoneBy(action, awaited));
}

function isDoneBy(task: Extract<Action, { type: 'task' }>, events: ReadonlySet<string>): boolean {
  return task.closedBy?.some((event) => events.has(event)) ?? false;
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
