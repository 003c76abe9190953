import {
  type ChartView,
  type PlacedAction,
  type StateView,
  selfAndAncestors,
  type TransitionView,
} from '../chart-view.ts';
import { oncePer } from '../once-per.ts';
import { statesEntered, statesEnteredFirst, statesLeft } from '../states-entered.ts';
import { HeldFacts } from './held-facts.ts';
import { applied, type Effect, type FactChange, type FactSet, NumberedFacts } from './numbered-facts.ts';
import type { Reach } from './reach.ts';

/** What changes facts: an answer given, a value set, an outcome recorded or taken back. */
export interface FactSource {
  ofAction(placed: PlacedAction): readonly FactChange[];
  /** A list that is given for several transitions is read once. */
  ofTrigger?(transition: TransitionView): readonly FactChange[];
}

/** A transition that can be taken, with what it does to facts before it enters its states. */
interface Step {
  readonly transition: TransitionView;
  readonly effects: readonly Effect[];
  /** What was certain when it was last taken. */
  before?: bigint;
}

/**
 * Which facts are certain in a state: true on every way by which a chart can come to be in it, its entry included. A
 * classic "must" analysis: a state starts out believing everything, and every way in takes away what it does not bring.
 * The ways out of a state are taken again only when what is certain in it or inside it has changed.
 */
export function certainFacts(chart: ChartView, reach: Reach, source: FactSource): (state: StateView) => FactSet {
  const facts = new NumberedFacts();
  const held = new HeldFacts();
  const effectOf = (actions: readonly PlacedAction[]) => facts.effectOf(actions.flatMap(source.ofAction));
  const onEntry = oncePer((state: StateView) => effectOf(state.entry));
  const steps = stepsBySource(chart, reach, source, facts, effectOf);

  const waiting = new Set<StateView>();
  const arrive = (entered: readonly StateView[], brought: bigint) => {
    let now = brought;
    for (const state of entered) {
      now = applied(onEntry(state), now);
      if (!held.narrow(state, now)) continue;
      for (const one of selfAndAncestors(state)) if (steps.has(one)) waiting.add(one);
    }
  };
  const take = (step: Step) => {
    const before = held.whenTaken(step.transition);
    if (before === undefined || before === step.before) return;
    step.before = before;
    const brought = step.effects.reduce((now, effect) => applied(effect, now), before);
    arrive(statesEntered(step.transition), brought);
  };

  arrive(statesEnteredFirst(chart.root), 0n);
  while (waiting.size > 0) {
    for (const [state, ways] of steps) if (waiting.delete(state)) ways.forEach(take);
  }
  return (state) => facts.setOf(held.of(state) ?? 0n);
}

/** The transitions that can be taken, by the state they lead out of, in the order of the chart. */
function stepsBySource(
  chart: ChartView,
  reach: Reach,
  source: FactSource,
  facts: NumberedFacts,
  effectOf: (actions: readonly PlacedAction[]) => Effect,
): ReadonlyMap<StateView, Step[]> {
  const onExit = oncePer((state: StateView) => effectOf(state.exit));
  const taken = chart.transitions.filter((transition) => reach.transitions.has(transition));
  const steps = taken.map((transition): Step => {
    const onTrigger = facts.effectOf(source.ofTrigger?.(transition) ?? []);
    return { transition, effects: [onTrigger, ...statesLeft(transition).map(onExit), effectOf(transition.actions)] };
  });
  return Map.groupBy(steps, ({ transition }) => transition.source);
}

/** The innermost states that the chart can be in. */
export function leavesReached(chart: ChartView, reach: Reach): StateView[] {
  return chart.states.filter(
    (state) => reach.states.has(state) && state.children.length === 0 && state.kind !== 'history',
  );
}

/** The transitions that can be taken while the chart is in a state: its own and those of the states around it. */
export function waysOut(state: StateView, reach: Reach): readonly TransitionView[] {
  return waysOutIn(reach)(state);
}

const waysOutIn = oncePer((reach: Reach) =>
  oncePer((state: StateView) =>
    selfAndAncestors(state)
      .flatMap((one) => one.transitions)
      .filter((transition) => reach.transitions.has(transition)),
  ),
);
