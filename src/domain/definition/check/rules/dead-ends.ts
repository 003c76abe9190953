import { isWithin, type StateView, selfAndAncestors, type TransitionView } from '../../chart-view.ts';
import { oncePer } from '../../once-per.ts';
import { nameOfState } from '../../placed-actions.ts';
import { leavesReached, waysOut } from '../certain-facts.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { closingStates } from '../closing-states.ts';
import { guardsOf } from '../guards-of.ts';
import { error } from '../problem.ts';
import { type Reach, reachOf } from '../reach.ts';
import { withCapital } from '../with-capital.ts';

/** In every open state something can still happen: someone can act, a deadline runs, or another chart will speak. */
export const checkDeadEnds: Rule = (view) =>
  view.charts.flatMap((chart) => deadEnds(view, chart.name).map((state) => deadEnd(state)));

function deadEnd(state: StateView) {
  const message = `${withCapital(nameOfState(state))} is a dead end: it is open, but nobody can do anything there and no deadline runs.`;
  const fix =
    state.chart === 'case'
      ? 'Add an event that someone can do, or a deadline under “after”; or make it final, with an outcome.'
      : 'Add an event or a deadline; if nothing more happens to the party there, make it final ("type": "final").';
  return error('dead-end', state.pointer, message, fix);
}

/** The open states of a chart in which nothing can happen. */
export function deadEnds(view: CheckedDefinition, name: string): StateView[] {
  const chart = view.charts.find((one) => one.name === name);
  if (!chart) return [];
  const reach = reachOf(view);
  const closing = new Set(closingStates(chart));
  return leavesReached(chart, reach).filter(
    (state) => !closing.has(state) && state !== chart.root && !isAlive(view, state, reach),
  );
}

function isAlive(view: CheckedDefinition, state: StateView, reach: Reach): boolean {
  const out = waysOut(state, reach);
  if (out.some(({ trigger }) => trigger.kind !== 'always')) return true;
  // Nothing asks an `always` again until something happens: it helps only when one of them is certain to be taken.
  const eventless = out.filter(({ trigger }) => trigger.kind === 'always');
  return guardsOf(view.definition).isExhaustive(eventless) || isLeftBeside(state, reach);
}

/** In one of several regions: alive when another region can lead out of them all, or is still busy and this one is done. */
function isLeftBeside(state: StateView, reach: Reach): boolean {
  return selfAndAncestors(state).some((region) => {
    const parallel = region.parent;
    if (parallel?.kind !== 'parallel') return false;
    const beside = movesInside(reach)(parallel).filter((moves) => moves.region !== region);
    const isDone = state.kind === 'final' && state.parent === region;
    return beside.some(({ leadsOut }) => isDone || leadsOut);
  });
}

interface Moves {
  /** The region that something can happen in; the parallel state itself, where all regions share the transition. */
  readonly region: StateView;
  /** Whether some transition there leaves the parallel state, or starts it anew. */
  readonly leadsOut: boolean;
}

/** What can happen inside a parallel state, by region. */
const movesInside = oncePer((reach: Reach) => {
  const byParallel = Map.groupBy([...reach.transitions].flatMap(movesAround), ({ parallel }) => parallel);
  return oncePer((parallel: StateView): Moves[] => {
    const byRegion = Map.groupBy(byParallel.get(parallel) ?? [], ({ region }) => region);
    return [...byRegion].map(([region, moves]) => ({ region, leadsOut: moves.some((one) => one.leadsOut) }));
  });
});

/** A transition as a move of each parallel state around its source. */
function movesAround(transition: TransitionView) {
  const around = selfAndAncestors(transition.source);
  return around.flatMap((parallel, index) =>
    parallel.kind === 'parallel'
      ? [{ parallel, region: around[index - 1] ?? parallel, leadsOut: leadsOut(transition, parallel) }]
      : [],
  );
}

function leadsOut({ target }: TransitionView, parallel: StateView): boolean {
  return target !== undefined && (!isWithin(target, parallel) || target === parallel);
}
