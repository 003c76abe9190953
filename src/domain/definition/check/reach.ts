import type { ChartView, PlacedAction, StateView, TransitionView } from '../chart-view.ts';
import {
  chartOfRole,
  chartsReachedBy,
  chartsTold,
  isSignalTo,
  named,
  rolesInChart,
  rolesMovedBy,
} from '../definition-view.ts';
import { oncePer } from '../once-per.ts';
import { statesEntered, statesEnteredFirst } from '../states-entered.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import { guardsOf } from './guards-of.ts';

/** Where the charts can come to be, taken together: guards that may be true are taken to be. */
export interface Reach {
  readonly states: ReadonlySet<StateView>;
  readonly transitions: ReadonlySet<TransitionView>;
  /** Whether some chart that can do so tells this chart the event. */
  isTold(chart: string, event: string): boolean;
}

/** Everything that can happen in the charts of a definition, from their initial states on. */
export const reachOf = oncePer((view: CheckedDefinition): Reach => {
  const states = new Set<StateView>();
  const transitions = new Set<TransitionView>();
  // Ways out of states reached, not yet taken: a state's are added when it is entered.
  const waiting = new Set<TransitionView>();
  const told = new Set<string>();
  const isTold = (chart: string, event: string) => told.has(`${chart} ${event}`);

  const tell = (chart: string, actions: readonly PlacedAction[]) => {
    for (const { action } of actions) {
      if (action.type !== 'tell') continue;
      for (const receiver of chartsTold(view, chart, action.to)) told.add(`${receiver} ${action.event}`);
    }
  };
  const reach = (state: StateView) => {
    if (states.has(state)) return;
    states.add(state);
    for (const transition of state.transitions) waiting.add(transition);
  };
  const enter = (entered: readonly StateView[]) => {
    for (const state of entered) {
      reach(state);
      tell(state.chart, state.entry);
      tell(state.chart, state.exit);
    }
  };
  const take = (transition: TransitionView) => {
    transitions.add(transition);
    tell(transition.source.chart, transition.actions);
    if (transition.target?.kind === 'history') reach(transition.target);
    enter(statesEntered(transition));
  };

  const charts = view.charts.filter((chart) => isLivedIn(view, chart));
  for (const chart of charts) enter(statesEnteredFirst(chart.root));
  for (let before = -1; before !== transitions.size; ) {
    before = transitions.size;
    for (const transition of waiting) {
      if (!mayBeTaken(view, transition, states, isTold)) continue;
      waiting.delete(transition);
      take(transition);
    }
  }
  return { states, transitions, isTold };
});

/** Whether any party lives in the chart; the case always lives in its own. */
function isLivedIn(view: CheckedDefinition, chart: ChartView): boolean {
  return chart.name === 'case' || rolesInChart(view, chart.name).length > 0;
}

function mayBeTaken(
  view: CheckedDefinition,
  transition: TransitionView,
  states: ReadonlySet<StateView>,
  isTold: Reach['isTold'],
): boolean {
  const { source, trigger } = transition;
  if (guardsOf(view.definition).truthOf(transition) === 'never') return false;
  if (trigger.kind === 'event') return mayCome(view, source.chart, trigger.name, isTold);
  return trigger.kind !== 'done' || mayBeDone(source, states);
}

/** Whether this event can come to this chart at all. */
function mayCome(view: CheckedDefinition, chart: string, event: string, isTold: Reach['isTold']): boolean {
  return isTold(chart, event) || comesFromOutside(view)(chart, event);
}

/** Whether somebody may do the event, or the engine sends it. */
const comesFromOutside = oncePer((view: CheckedDefinition) => {
  const known = new Map<string, boolean>();
  const ask = (chart: string, event: string) => {
    if (chartsReachedBy(view, event).includes(chart)) return rolesThatMay(view, event).length > 0;
    return isSignalTo(event, chart) && signalMayCome(view, chart, event);
  };
  return (chart: string, event: string) => {
    const key = `${chart} ${event}`;
    const answer = known.get(key) ?? ask(chart, event);
    known.set(key, answer);
    return answer;
  };
});

function signalMayCome(view: CheckedDefinition, chart: string, event: string): boolean {
  switch (event) {
    case 'PARTY_CHANGED':
      return (
        view.charts.some((one) => one.name !== 'case' && isLivedIn(view, one) && one.transitions.length > 0) ||
        changesPartiesAlone(view)
      );
    case 'SERVED':
      return Object.values(view.definition.notices).some(
        (notice) => notice.service && notice.to.some((role) => chartOfRole(view, role) === chart),
      );
    default:
      return true;
  }
}

/** A party event about parties without a chart: the case hears of it as PARTY_CHANGED. */
function changesPartiesAlone(view: CheckedDefinition): boolean {
  return Object.keys(view.definition.events).some((event) =>
    rolesMovedBy(view, event).some((role) => chartOfRole(view, role) === undefined),
  );
}

/** The declared roles that may do an event; those who act for a party are not counted apart. */
export function rolesThatMay(view: CheckedDefinition, event: string): string[] {
  const by = named(view.definition.events, event)?.by ?? [];
  return by.filter((role) => Object.hasOwn(view.definition.roles, role));
}

/** A compound state is done in a final state of its own; a parallel one when each region is. */
export function mayBeDone(state: StateView, reached: ReadonlySet<StateView>): boolean {
  if (state.kind === 'parallel') {
    return state.children.every((region) => region.kind === 'history' || mayBeDone(region, reached));
  }
  return state.children.some((child) => child.kind === 'final' && reached.has(child));
}
