import type { ChartView, PlacedAction, StateView, TransitionView } from './chart-view.ts';
import { oncePer } from './once-per.ts';
import { statesEntered, statesEnteredFirst, statesLeft } from './states-entered.ts';

/** An action of a chart with when it happens. */
export interface TimedAction extends PlacedAction {
  readonly chart: string;
  /** How sentences call the place: the state “intake.review” on SUBMIT. */
  readonly where: string;
  /** The transition it belongs to, or the state on whose entry or exit it happens. */
  readonly of: TransitionView | StateView;
  /** Names of the events in whose step it happens; empty for time, `always`, `onDone` and the start. */
  readonly occasions: ReadonlySet<string>;
}

/** Every action of a chart: those of transitions, then those on entering and leaving states. */
export const placedActions = oncePer((chart: ChartView): TimedAction[] => {
  const { entering, leaving } = occasionsOfStates(chart);
  const none: ReadonlySet<string> = new Set(['']);
  return [
    ...chart.transitions.flatMap((transition) =>
      timed(chart, transition.actions, transition, nameOfTransition(transition), new Set([eventOf(transition)])),
    ),
    ...chart.states.flatMap((state) => [
      ...timed(chart, state.entry, state, `entering ${nameOfState(state)}`, entering.get(state) ?? none),
      ...timed(chart, state.exit, state, `leaving ${nameOfState(state)}`, leaving.get(state) ?? none),
    ]),
  ];
});

/** The event that makes a transition happen; empty when it is time, `always` or `onDone`. */
export function eventOf(transition: TransitionView): string {
  return transition.trigger.kind === 'event' ? transition.trigger.name : '';
}

/** How sentences call a state: the state “response.waiting”. */
export function nameOfState(state: StateView): string {
  const chart = state.chart === 'case' ? '' : ` of the party chart “${state.chart}”`;
  return state.dotted === '' ? `the chart${chart || ' of the case'}` : `the state “${state.dotted}”${chart}`;
}

/** How sentences call a transition: the state “response.waiting” on FILE_RESPONSE. */
export function nameOfTransition({ source, trigger }: TransitionView): string {
  switch (trigger.kind) {
    case 'event':
      return `${nameOfState(source)} on ${trigger.name}`;
    case 'deadline':
      return `${nameOfState(source)} after ${trigger.name}`;
    case 'always':
      return `${nameOfState(source)} (always)`;
    case 'done':
      return `${nameOfState(source)} when done`;
  }
}

function timed(
  chart: ChartView,
  actions: readonly PlacedAction[],
  of: TransitionView | StateView,
  where: string,
  occasions: ReadonlySet<string>,
): TimedAction[] {
  return actions.map((placed) => ({ ...placed, chart: chart.name, where, of, occasions }));
}

function occasionsOfStates(chart: ChartView) {
  const entering = new Map<StateView, Set<string>>();
  const leaving = new Map<StateView, Set<string>>();
  const note = (map: typeof entering, states: readonly StateView[], event: string) => {
    for (const state of states) map.set(state, (map.get(state) ?? new Set()).add(event));
  };
  note(entering, statesEnteredFirst(chart.root), '');
  for (const transition of chart.transitions) {
    note(entering, statesEntered(transition), eventOf(transition));
    note(leaving, statesLeft(transition), eventOf(transition));
  }
  return { entering, leaving };
}
