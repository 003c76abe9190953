import {
  type ChartView,
  type PlacedAction,
  type StateView,
  selfAndAncestors,
  type TransitionView,
} from '../chart-view.ts';
import { statesEntered, statesEnteredFirst, statesLeft } from '../states-entered.ts';
import type { Reach } from './reach.ts';

/** A fact that becomes true, or (`isTrue` false) untrue. Facts are texts: `outcome`, `party.servedOn`. */
export interface FactChange {
  readonly fact: string;
  readonly isTrue: boolean;
}

/** What changes facts: an answer given, a value set, an outcome recorded or taken back. */
export interface FactSource {
  ofAction(placed: PlacedAction): readonly FactChange[];
  ofTrigger?(transition: TransitionView): readonly FactChange[];
}

/**
 * Which facts are certain in a state: true on every way by which a chart can come to be in it, its entry included. A
 * classic "must" analysis: a state starts out believing everything, and every way in takes away what it does not bring.
 */
export function certainFacts(
  chart: ChartView,
  reach: Reach,
  source: FactSource,
): (state: StateView) => ReadonlySet<string> {
  const held = new Map<StateView, ReadonlySet<string>>();
  const arrive = (entered: readonly StateView[], brought: Iterable<string>): boolean => {
    const facts = new Set(brought);
    let changed = false;
    for (const state of entered) {
      apply(state.entry.flatMap(source.ofAction), facts);
      const before = held.get(state);
      const now = before ? new Set([...before].filter((fact) => facts.has(fact))) : new Set(facts);
      if (before && now.size === before.size) continue;
      held.set(state, now);
      changed = true;
    }
    return changed;
  };

  arrive(statesEnteredFirst(chart.root), []);
  const taken = chart.transitions.filter((transition) => reach.transitions.has(transition));
  const steps = taken.map((transition) => {
    const actions = [...statesLeft(transition).flatMap((state) => state.exit), ...transition.actions];
    const changes = [...(source.ofTrigger?.(transition) ?? []), ...actions.flatMap(source.ofAction)];
    return { transition, changes, entered: statesEntered(transition) };
  });
  for (let changed = true; changed; ) {
    changed = false;
    for (const { transition, changes, entered } of steps) {
      const before = heldWhenTaken(transition, held);
      if (before && arrive(entered, apply(changes, new Set(before)))) changed = true;
    }
  }
  return (state) => held.get(state) ?? new Set();
}

function apply(changes: readonly FactChange[], facts: Set<string>): Set<string> {
  for (const { fact, isTrue } of changes) {
    if (isTrue) facts.add(fact);
    else facts.delete(fact);
  }
  return facts;
}

/** What is certain at the moment a transition is taken; nothing when no way to its source is known yet. */
function heldWhenTaken(
  { source, trigger }: TransitionView,
  held: ReadonlyMap<StateView, ReadonlySet<string>>,
): ReadonlySet<string> | undefined {
  if (trigger.kind === 'done') return heldWhenDone(source, held) ?? held.get(source);
  return held.get(source) && heldInside(source, held);
}

/** Common to all the innermost states inside that can be reached. */
function heldInside(
  state: StateView,
  held: ReadonlyMap<StateView, ReadonlySet<string>>,
): ReadonlySet<string> | undefined {
  if (state.kind === 'parallel') {
    return union(state.children.map((region) => heldInside(region, held)));
  }
  const inside = state.children.map((child) => heldInside(child, held)).filter((one) => one !== undefined);
  return inside.length === 0 ? held.get(state) : common(inside);
}

function heldWhenDone(
  state: StateView,
  held: ReadonlyMap<StateView, ReadonlySet<string>>,
): ReadonlySet<string> | undefined {
  if (state.kind === 'parallel') return union(state.children.map((region) => heldWhenDone(region, held)));
  const ends = state.children.filter((child) => child.kind === 'final').map((child) => held.get(child));
  return common(ends.filter((one) => one !== undefined));
}

function union(sets: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...(set ?? [])]));
}

function common(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> | undefined {
  const [first, ...rest] = sets;
  return first && new Set([...first].filter((fact) => rest.every((set) => set.has(fact))));
}

/** The innermost states that the chart can be in. */
export function leavesReached(chart: ChartView, reach: Reach): StateView[] {
  return chart.states.filter(
    (state) => reach.states.has(state) && state.children.length === 0 && state.kind !== 'history',
  );
}

/** The transitions that can be taken while the chart is in a state: its own and those of the states around it. */
export function waysOut(state: StateView, reach: Reach): TransitionView[] {
  return selfAndAncestors(state)
    .flatMap((one) => one.transitions)
    .filter((transition) => reach.transitions.has(transition));
}
