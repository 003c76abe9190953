import { type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
import { nameOfState } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { findCycle } from '../find-cycle.ts';
import { guardsOf } from '../guards-of.ts';
import { error, type Problem } from '../problem.ts';

/** No state leads back to itself by `always` and `onDone` alone: a chart would go round for ever without anyone acting. */
export const checkAlwaysCycles: Rule = (view) =>
  view.charts.flatMap((chart) => {
    const eventless = chart.transitions.filter(({ trigger }) => trigger.kind === 'always' || trigger.kind === 'done');
    const bySource = Map.groupBy(eventless, ({ source }) => source);
    const cycle = findCycle(eventless, (from) =>
      statesAwake(from).flatMap((state) => (bySource.get(state) ?? []).filter((to) => follows(view, from, to))),
    );
    return cycle ? [goesRound(cycle)] : [];
  });

/** The states whose `always` and `onDone` are looked at once the transition is taken. */
function statesAwake(from: TransitionView): StateView[] {
  const { source, target } = from;
  return target ? [...new Set([...statesEntered(from), ...selfAndAncestors(target)])] : [source];
}

/** Whether the second can be taken right after the first, with nobody acting in between. */
function follows(view: CheckedDefinition, from: TransitionView, to: TransitionView): boolean {
  const entered = statesEntered(from);
  if (!isAwake(from, to, entered)) return false;
  return writes(from, entered) || from === to || !guardsOf(view.definition).exclude(from, to);
}

function isAwake(from: TransitionView, to: TransitionView, entered: readonly StateView[]): boolean {
  if (to.trigger.kind === 'done') return entered.some((state) => state.kind === 'final' && isEndOf(state, to.source));
  return from.target !== undefined || to === from;
}

function isEndOf(final: StateView, holder: StateView): boolean {
  return final.parent === holder || (holder.kind === 'parallel' && final.parent?.parent === holder);
}

/** A `set` can change what guards say, so that opposite guards may follow each other after all. */
function writes(from: TransitionView, entered: readonly StateView[]): boolean {
  const actions = [...from.actions, ...from.source.exit, ...entered.flatMap((state) => state.entry)];
  return actions.some(({ action }) => action.type === 'set');
}

function goesRound(cycle: readonly TransitionView[]): Problem {
  const [first] = cycle;
  const states = cycle.map(({ source }) => `“${source.dotted}”`).join(' → ');
  const message = `The chart would go round for ever without anyone acting: ${states} → ${first ? nameOfState(first.source) : ''}.`;
  const fix = 'Let an event or a deadline lead on from one of these states instead of “always”.';
  return error('always-cycle', first?.pointer ?? '', message, fix);
}
