import type { TransitionView } from '../../chart-view.ts';
import { nameOfState } from '../../placed-actions.ts';
import type { Rule } from '../checked-definition.ts';
import { findCycle } from '../find-cycle.ts';
import { error, type Problem } from '../problem.ts';
import { isEventless, whatFollows } from '../what-follows.ts';

/** No state leads back to itself by `always` and `onDone` alone: a chart would go round for ever without anyone acting. */
export const checkAlwaysCycles: Rule = (view) =>
  view.charts.flatMap((chart) => {
    const cycle = findCycle(chart.transitions.filter(isEventless), whatFollows(view));
    return cycle ? [goesRound(cycle)] : [];
  });

function goesRound(cycle: readonly TransitionView[]): Problem {
  const [first] = cycle;
  const states = cycle.map(({ source }) => `“${source.dotted}”`).join(' → ');
  const message = `The chart would go round for ever without anyone acting: ${states} → ${first ? nameOfState(first.source) : ''}.`;
  const fix = 'Let an event or a deadline lead on from one of these states instead of “always”.';
  return error('always-cycle', first?.pointer ?? '', message, fix);
}
