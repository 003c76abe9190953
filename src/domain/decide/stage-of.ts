import type { StateValue } from 'xstate';
import type { ChartNode } from '../definition/chart-schema.ts';
import type { ChartState } from '../statechart.ts';

/** The stage of the innermost active state that names one; of parallel regions, the first that does. */
export function stageOf(chart: ChartNode, state: ChartState): string | undefined {
  return innermost(chart, state.value, chart.meta?.stage);
}

function innermost(node: ChartNode, value: StateValue, inherited: string | undefined): string | undefined {
  if (typeof value === 'string') return node.states?.[value]?.meta?.stage ?? inherited;
  for (const [name, child] of Object.entries(value)) {
    const region = node.states?.[name];
    if (!region || child === undefined) continue;
    const stage = innermost(region, child, region.meta?.stage ?? inherited);
    if (stage !== undefined) return stage;
  }
  return inherited;
}
