import type { ChartView } from '../../chart-view.ts';
import { eventOf, placedActions } from '../../placed-actions.ts';
import { waysInto } from '../../states-entered.ts';
import type { Rule } from '../checked-definition.ts';
import { DEFINITION_LIMITS } from '../limits.ts';
import { error } from '../problem.ts';

/** What events bring can be looked at one by one: each action, and each deadline that starts, for each event. */
export const checkConsequences: Rule = ({ charts }) => {
  const count = charts.reduce((sum, chart) => sum + actionsOf(chart) + deadlinesOf(chart), 0);
  const most = DEFINITION_LIMITS.consequences;
  if (count <= most) return [];
  const message = `All events together bring ${count} actions and deadlines; at most ${most} are allowed.`;
  const fix = 'Let fewer events lead to the states in which most happens, or split the process into two.';
  return [error('too-many-consequences', '/chart', message, fix)];
};

function actionsOf(chart: ChartView): number {
  return placedActions(chart).reduce((sum, { occasions }) => sum + occasions.size, 0);
}

function deadlinesOf(chart: ChartView): number {
  return [...waysInto(chart)].reduce((sum, [{ node }, ways]) => {
    const deadlines = Object.keys(node.after ?? {}).length;
    return deadlines === 0 ? sum : sum + deadlines * new Set(ways.map(eventOf)).size;
  }, 0);
}
