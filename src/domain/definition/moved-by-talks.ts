import { isWithin, type StateView, selfAndAncestors, type TransitionView, viewChart } from './chart-view.ts';
import { named } from './definition-view.ts';
import { oncePer } from './once-per.ts';
import type { Definition } from './schema.ts';
import { statesEntered, statesLeft } from './states-entered.ts';

/** What steps without prejudice move in the case's chart: whoever is not told of them must not tell them from it. */
export interface MovedByTalks {
  /** Deadlines that such a step can end or start anew. */
  readonly deadlines: ReadonlySet<string>;
  /** Tasks that such a step can open. */
  readonly tasks: ReadonlySet<string>;
  /** Dotted paths of the states within which such a step moves the case while its stage stays the same. */
  readonly states: readonly string[];
}

/** Terms that all agreed to and that were sent back move the case to and fro, and its dates with it, within its talks. */
export const movedByTalks = oncePer((definition: Definition): MovedByTalks => {
  const { states, transitions } = viewChart('case', '/chart', definition.chart);
  const moves = transitions.filter(({ trigger }) => 'name' in trigger && isPrivileged(definition, trigger.name));
  const entered = moves.flatMap((move) => [...following(statesEntered(move))]);
  const moved = [...moves.flatMap((move) => leavable(states, move)), ...entered];
  const actions = [...moves.flatMap((move) => move.actions), ...entered.flatMap(({ entry }) => entry)];
  return {
    deadlines: new Set(moved.flatMap(({ node }) => Object.keys(node.after ?? {}))),
    tasks: new Set(actions.flatMap(({ action }) => (action.type === 'task' ? [action.task] : []))),
    states: [...new Set(moves.flatMap((move) => stateAround(move)?.dotted || []))],
  };
});

function isPrivileged({ events }: Definition, name: string): boolean {
  return named(events, name)?.privileged === true;
}

/** The states that a transition leaves where they are active. */
function leavable(states: readonly StateView[], move: TransitionView): StateView[] {
  const { source, target } = move;
  if (!target) return [];
  if (isWithin(target, source)) return states.filter((state) => state !== source && isWithin(state, source));
  const outermost = statesLeft(move).at(-1);
  return outermost ? states.filter((state) => isWithin(state, outermost)) : [];
}

/** These states, and those to which they lead by themselves. */
function following(entered: readonly StateView[]): Iterable<StateView> {
  const all = new Set(entered);
  for (const state of all)
    for (const next of state.transitions)
      if (next.trigger.kind === 'always') for (const one of statesEntered(next)) all.add(one);
  return all;
}

/** The innermost state around where a transition comes from and leads to; none where the stage changes, which everybody sees. */
function stateAround({ source, target }: TransitionView): StateView | undefined {
  if (!target || source.stage !== target.stage) return undefined;
  return selfAndAncestors(source).find((state) => state !== target && isWithin(target, state));
}
