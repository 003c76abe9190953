import type { Action } from '../action-schema.ts';
import { type ChartView, isWithin, type PlacedAction, type StateView, selfAndAncestors } from '../chart-view.ts';
import { eventOf } from '../placed-actions.ts';
import { statesEnteredFirst, statesLeft, waysInto } from '../states-entered.ts';
import type { Reach } from './reach.ts';

/**
 * Whether work lies in a queue for as long as a chart is in a state: opened on entering it or a state around it, or on
 * every way into it, and done by nothing that leaves the case there. What is opened only when somebody asks is no queue.
 */
export function hasCertainTask(chart: ChartView, leaf: StateView, reach: Reach): boolean {
  const isOpenIn = (state: StateView) => (placed: PlacedAction) => isTask(placed) && lasts(chart, state, placed, reach);
  if (selfAndAncestors(leaf).some((state) => state.entry.some(isOpenIn(state)))) return true;
  const waysIn = (waysInto(chart).get(leaf) ?? []).filter((one) => reach.transitions.has(one));
  const isFirst = statesEnteredFirst(chart.root).includes(leaf);
  return !isFirst && waysIn.length > 0 && waysIn.every(({ actions }) => actions.some(isOpenIn(leaf)));
}

export function isTask({ action }: PlacedAction): boolean {
  return action.type === 'task';
}

/** No event that does the task can come while the chart stays in the state. */
function lasts(chart: ChartView, state: StateView, { action }: PlacedAction, reach: Reach): boolean {
  const { closedBy } = action as Extract<Action, { type: 'task' }>;
  if (!closedBy) return true;
  return chart.transitions
    .filter((one) => reach.transitions.has(one) && closedBy.includes(eventOf(one)))
    .every((one) =>
      isWithin(state, one.source)
        ? one.target !== undefined
        : !isWithin(one.source, state) || statesLeft(one).includes(state),
    );
}
