import { type ChartView, isWithin, type StateView, selfAndAncestors, type TransitionView } from './chart-view.ts';
import { oncePer } from './once-per.ts';

/**
 * The states that a transition enters, outermost first, by XState's rules. A transition to its own source or into it does
 * not leave the source. Into a history state: what would be entered the first time.
 */
export const statesEntered = oncePer(({ source, target }: TransitionView): StateView[] => {
  if (!target) return [];
  const domain = isWithin(target, source) ? source : commonAncestor(source, target);
  return entering(target, domain);
});

/** The states that are entered when the chart starts. */
export function statesEnteredFirst(root: StateView): StateView[] {
  return entering(root, undefined);
}

/** The transitions that enter each state of a chart. */
export const waysInto = oncePer((chart: ChartView): ReadonlyMap<StateView, readonly TransitionView[]> => {
  const ways = new Map<StateView, TransitionView[]>();
  for (const transition of chart.transitions) {
    for (const state of statesEntered(transition)) {
      const known = ways.get(state);
      if (known) known.push(transition);
      else ways.set(state, [transition]);
    }
  }
  return ways;
});

/** The states that a transition certainly leaves, innermost first. */
export function statesLeft(transition: TransitionView): StateView[] {
  const { source, target } = transition;
  if (!target || isWithin(target, source)) return [];
  const domain = commonAncestor(source, target);
  return selfAndAncestors(source).filter((state) => state !== domain && !(domain && isWithin(domain, state)));
}

function commonAncestor(source: StateView, target: StateView): StateView | undefined {
  return selfAndAncestors(source)
    .slice(1)
    .find((ancestor) => isWithin(target, ancestor) && ancestor !== target);
}

function entering(target: StateView, domain: StateView | undefined): StateView[] {
  const line = selfAndAncestors(target).reverse();
  const from = domain ? line.indexOf(domain) + 1 : 0;
  const path = line.slice(from);
  const onPath = new Set(path);
  const entered = path.slice(0, -1).flatMap((state) => [state, ...otherRegions(state, onPath)]);
  // Within a parallel state every region is left and entered again, not only the one that the target is in.
  const beside = domain && target !== domain ? otherRegions(domain, onPath) : [];
  return [...beside, ...entered, ...descent(target, target !== domain)];
}

/** Entering one region of a parallel state starts the others. */
function otherRegions(state: StateView, onPath: ReadonlySet<StateView>): StateView[] {
  if (state.kind !== 'parallel') return [];
  return regionsOf(state)
    .filter((region) => !onPath.has(region))
    .flatMap((region) => descent(region, true));
}

function descent(state: StateView, withItself: boolean): StateView[] {
  if (state.kind === 'history') return firstTime(state);
  const own = withItself ? [state] : [];
  if (state.kind === 'parallel') return [...own, ...regionsOf(state).flatMap((region) => descent(region, true))];
  return state.initial ? [...own, ...descent(state.initial, true)] : own;
}

/** A history state that nothing was kept in yet stands for its parent's initial state. */
function firstTime(history: StateView): StateView[] {
  if (!history.parent || history.parent.initial === history) return [];
  return descent(history.parent, false);
}

function regionsOf(parallel: StateView): StateView[] {
  return parallel.children.filter((child) => child.kind !== 'history');
}
