import { transitionsOf } from '../process/compile-chart.ts';
import type { Action } from './action-schema.ts';
import type { ChartNode, Transition } from './chart-schema.ts';

/** Whether something in a chart can end the standing of an order that it has issued. */
export function endsOrders(node: ChartNode): boolean {
  const { entry = [], exit = [], on = {}, after = {}, always = [], onDone = [], states = {} } = node;
  const actions = [
    ...listOf(entry),
    ...listOf(exit),
    ...[always, onDone, ...Object.values(on), ...Object.values(after)].flatMap(actionsOf),
  ];
  return actions.some(isEnd) || Object.values(states).some(endsOrders);
}

function isEnd(action: Action): boolean {
  return action.type === 'standing' || (action.type === 'order' && action.replaces === true);
}

function actionsOf(transition: Transition): Action[] {
  return transitionsOf(transition).flatMap(({ actions = [] }) => listOf(actions));
}

function listOf(actions: Action | Action[]): Action[] {
  return Array.isArray(actions) ? actions : [actions];
}
