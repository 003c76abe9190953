import type { OpenTask } from '../case-file.ts';
import type { Action } from '../definition/action-schema.ts';
import { isWithin, statePath } from '../statechart.ts';
import { computeDeadline } from '../time/deadline.ts';
import { change, chartOf, nextId, type Turn } from './turn.ts';

type TaskAction = Extract<Action, { type: 'task' }>;

/**
 * Puts work into a role's queue, once: while the same task of the same chart is open, no second one is made. `state` is
 * the one whose entry asked for it; otherwise the task belongs to where the chart now stands.
 */
export function openTask(turn: Turn, action: Omit<TaskAction, 'type'>, chart: string, state?: string): void {
  const openedIn = { chart, state: state ?? stateIn(turn, chart) };
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
    ...(chart === 'case' ? {} : { party: chart }),
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
  return computed.dueAt;
}

/** Closes the tasks that this event does: those of the case, and of the party it was about; another's work remains. */
export function closeTasksDoneBy(turn: Turn, type: string, party: string | undefined): void {
  const isMeant = ({ chart }: OpenTask['openedIn']) => chart === 'case' || party === undefined || chart === party;
  closeWhere(turn, (task) => (task.closedBy?.includes(type) ?? false) && isMeant(task.openedIn));
}

/** Closes the tasks of a chart whose state has been left; those that name the events that do them stay. */
export function closeTasksLeft(turn: Turn, chart: string): void {
  const now = chartOf(turn.theCase, chart);
  closeWhere(
    turn,
    (task) => !task.closedBy && task.openedIn.chart === chart && !(now && isWithin(now, task.openedIn.state)),
  );
}

export function closeTasksNamed(turn: Turn, name: string): void {
  closeWhere(turn, (task) => task.task === name);
}

/** The task of this name about one party. */
export function closeTaskOf(turn: Turn, name: string, party: string): void {
  closeWhere(turn, (task) => task.task === name && task.openedIn.chart === party);
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
  const state = chartOf(turn.theCase, chart);
  return state ? statePath(state) : '';
}
