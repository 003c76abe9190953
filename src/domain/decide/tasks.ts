import type { OpenTask } from '../case-file.ts';
import type { Action } from '../definition/action-schema.ts';
import { isIn, statePath } from '../statechart.ts';
import { computeDeadline } from '../time/deadline.ts';
import { utcInstant } from '../utc-instant.ts';
import { change, nextId, partyOf, type Turn } from './turn.ts';

type TaskAction = Extract<Action, { type: 'task' }>;

/** Puts work into a role's queue, once: while the same task for the same party is open, no second one is made. */
export function openTask(turn: Turn, action: Omit<TaskAction, 'type'>, chart: string, party: string | undefined): void {
  const openedIn = { chart, state: stateIn(turn, chart) };
  const about = chart === 'case' ? undefined : party;
  if (turn.theCase.tasks.some((task) => task.task === action.task && task.openedIn.chart === chart)) return;
  const dueAt = action.due ? dueOf(turn, action.due) : undefined;
  const task: OpenTask = {
    id: nextId(turn),
    task: action.task,
    queue: action.queue,
    openedIn,
    ...(action.closedBy ? { closedBy: action.closedBy } : {}),
    ...(dueAt ? { dueAt } : {}),
  };
  change(turn, { tasks: [...turn.theCase.tasks, task] });
  turn.facts.push({
    kind: 'TaskOpened',
    id: task.id,
    task: action.task,
    queue: action.queue,
    title: action.title,
    priority: action.priority ?? 'normal',
    ...(dueAt ? { dueAt } : {}),
    ...(about ? { party: about } : {}),
  });
}

function dueOf(turn: Turn, due: NonNullable<TaskAction['due']>): string {
  const { process, at } = turn;
  const computed = computeDeadline({
    rule: { count: due.count, unit: due.unit, why: {} },
    count: due.count,
    basis: { instant: at },
    calendar: process.calendarAt(process.definition.calendar, at),
  });
  return utcInstant(computed.dueAt);
}

/** Closes the tasks that this event does. */
export function closeTasksDoneBy(turn: Turn, type: string): void {
  closeWhere(turn, (task) => task.closedBy?.includes(type) ?? false);
}

/** Closes the tasks of a chart whose state has been left; those that name the events that do them stay. */
export function closeTasksLeft(turn: Turn, chart: string): void {
  const now = chart === 'case' ? turn.theCase.chart : partyOf(turn.theCase, chart)?.chart;
  closeWhere(
    turn,
    (task) => !task.closedBy && task.openedIn.chart === chart && !(now && isIn(now, task.openedIn.state)),
  );
}

export function closeTasksNamed(turn: Turn, name: string): void {
  closeWhere(turn, (task) => task.task === name);
}

export function closeTask(turn: Turn, id: string): void {
  closeWhere(turn, (task) => task.id === id);
}

export function closeAllTasks(turn: Turn): void {
  closeWhere(turn, () => true);
}

function closeWhere(turn: Turn, isDone: (task: OpenTask) => boolean): void {
  const done = turn.theCase.tasks.filter(isDone);
  if (done.length === 0) return;
  change(turn, { tasks: turn.theCase.tasks.filter((task) => !isDone(task)) });
  turn.facts.push(...done.map(({ id }) => ({ kind: 'TaskClosed' as const, id })));
}

function stateIn(turn: Turn, chart: string): string {
  const state = chart === 'case' ? turn.theCase.chart : partyOf(turn.theCase, chart)?.chart;
  return state ? statePath(state) : '';
}
