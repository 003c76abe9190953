import { type StateView, selfAndAncestors, type TransitionView } from '../chart-view.ts';
import { oncePer } from '../once-per.ts';
import { statesEntered } from '../states-entered.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import { guardsOf } from './guards-of.ts';

/** The `always` and `onDone` that can be taken right after a transition, with nobody acting in between. */
export const whatFollows = oncePer((view: CheckedDefinition) =>
  oncePer((from: TransitionView): TransitionView[] =>
    statesAwake(from).flatMap((state) => state.transitions.filter((to) => isEventless(to) && follows(view, from, to))),
  ),
);

export function isEventless({ trigger }: TransitionView): boolean {
  return trigger.kind === 'always' || trigger.kind === 'done';
}

/** The states whose `always` and `onDone` are looked at once the transition is taken. */
function statesAwake(from: TransitionView): StateView[] {
  const { source, target } = from;
  return target ? [...new Set([...statesEntered(from), ...selfAndAncestors(target)])] : [source];
}

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
