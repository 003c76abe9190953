import type { CaseView, DeadlineView } from '../../../app/case-view.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';

/** Whose turn it is, as the viewer sees it. */
export type Turn =
  /** One date runs for them, and this is what they can do about it. */
  | { readonly kind: 'own'; readonly action: ActionView; readonly deadline: DeadlineView }
  /** They have choices, or several dates: this is the first of these. */
  | { readonly kind: 'several'; readonly deadline: DeadlineView }
  /** Nothing is asked of them; a date runs for someone else. */
  | { readonly kind: 'waiting'; readonly deadline: DeadlineView }
  /** No date runs, and there is something that they can do. */
  | { readonly kind: 'able' | 'nothing' | 'closed' };

interface Standing {
  readonly theCase: Pick<CaseView, 'status' | 'deadlines'>;
  readonly actions: readonly ActionView[];
  /** The dates that are the viewer's to keep. */
  readonly own: readonly DeadlineView[];
  /** Ids of the parties that the viewer is, or stands beside. */
  readonly ownParties?: readonly string[];
}

/** Whose turn it is: the first of what the answer can be that holds. */
export function turnOf({ theCase, actions, own, ownParties }: Standing): Turn {
  if (theCase.status === 'closed') return { kind: 'closed' };
  const due = actions.flatMap((action) => (action.deadline ? [{ action, deadline: action.deadline }] : []));
  const [first] = [...own, ...due.map(({ deadline }) => deadline)].toSorted(soonest);
  const [one, ...others] = due;
  if (one && others.length === 0 && one.deadline.id === first?.id) return { kind: 'own', ...one };
  if (first) return { kind: 'several', deadline: first };
  // Their own time has not begun: somebody else's is not what they wait for.
  if (ownStep(actions, ownParties)) return { kind: 'able' };
  const theirs = waitedFor(theCase.deadlines);
  if (theirs) return { kind: 'waiting', deadline: theirs };
  return { kind: actions.length > 0 ? 'able' : 'nothing' };
}

/** What a case waits for, when it waits for somebody else: its own date, before what one party may do besides. */
export function waitedFor(deadlines: readonly DeadlineView[]): DeadlineView | undefined {
  return deadlines.find(({ party }) => party === undefined) ?? deadlines[0];
}

function soonest(one: DeadlineView, other: DeadlineView): number {
  return one.dueAt.localeCompare(other.dueAt);
}

/** What the page asks for by its one button: what is due, the one step of their own, or the only thing that there is to do. */
export function firstStep({
  turn,
  actions,
  ownParties,
}: Pick<Standing, 'actions' | 'ownParties'> & { readonly turn: Turn }): ActionView | undefined {
  if (turn.kind === 'own') return turn.action;
  if (turn.kind !== 'able') return undefined;
  return ownStep(actions, ownParties) ?? (actions.length === 1 ? actions[0] : undefined);
}

/** The one thing that moves their own party on, such as confirming that they have a notice. */
function ownStep(actions: readonly ActionView[], ownParties: Standing['ownParties'] = []): ActionView | undefined {
  const steps = actions.filter(({ scope, party }) => scope === 'party' && party && ownParties.includes(party));
  return steps.length === 1 ? steps[0] : undefined;
}
