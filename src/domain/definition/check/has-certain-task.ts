import type { Action } from '../action-schema.ts';
import { type ChartView, isWithin, type PlacedAction, type StateView, selfAndAncestors } from '../chart-view.ts';
import { oncePer } from '../once-per.ts';
import { eventOf } from '../placed-actions.ts';
import { statesEnteredFirst, statesLeft, waysInto } from '../states-entered.ts';
import type { Reach } from './reach.ts';

/**
 * Whether work lies in a queue for as long as a chart is in a state: opened on entering it or a state around it, or on
 * every way into it, and done by nothing that leaves the case there. What is opened only when somebody asks is no queue.
 */
export function hasCertainTask(chart: ChartView, leaf: StateView, reach: Reach): boolean {
  if (selfAndAncestors(leaf).some(opensTask(reach))) return true;
  const waysIn = (waysInto(chart).get(leaf) ?? []).filter((one) => reach.transitions.has(one));
  const isFirst = statesEnteredFirst(chart.root).includes(leaf);
  return !isFirst && waysIn.length > 0 && waysIn.every(({ actions }) => actions.some(isOpenIn(leaf, reach)));
}

export function isTask({ action }: PlacedAction): boolean {
  return action.type === 'task';
}

/** Whether entering a state opens a task that lasts as long as the chart is there. */
const opensTask = oncePer((reach: Reach) => oncePer((state: StateView) => state.entry.some(isOpenIn(state, reach))));

function isOpenIn(state: StateView, reach: Reach) {
  return (placed: PlacedAction) => isTask(placed) && lasts(state, placed, reach);
}

/** No event that does the task can come while the chart stays in the state. */
function lasts(state: StateView, { action }: PlacedAction, reach: Reach): boolean {
  const { closedBy } = action as Extract<Action, { type: 'task' }>;
  if (!closedBy) return true;
  return [...new Set(closedBy)]
    .flatMap((event) => takenOn(reach).get(event) ?? [])
    .filter(({ source }) => source.chart === state.chart)
    .every((one) =>
      isWithin(state, one.source)
        ? one.target !== undefined
        : !isWithin(one.source, state) || statesLeft(one).includes(state),
    );
}

const takenOn = oncePer((reach: Reach) => Map.groupBy(reach.transitions, eventOf));
