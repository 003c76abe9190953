import type { ChartView, StateView } from '../chart-view.ts';

/** The states in which a chart is over: final ones at its top; where everything runs in parallel, those of its regions. */
export function closingStates({ root }: ChartView): StateView[] {
  const holders = root.kind === 'parallel' ? root.children : [root];
  return holders.flatMap((holder) => holder.children.filter((state) => state.kind === 'final'));
}
