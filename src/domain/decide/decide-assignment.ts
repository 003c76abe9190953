import { isExcluded } from '../access/may-assign.ts';
import type { Command } from '../command.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { give, take, wantAssignment } from './assignments.ts';
import { closeTask, closeTasksNamed } from './tasks.ts';
import { change, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Gives the case to someone, never to who is excluded: by role, by a former role, by conflict, by being in the dispute. */
export function assignSomeone(turn: Turn, command: Of<'assign'>): Refusal | undefined {
  const rule = turn.process.definition.roles[command.role];
  if (rule?.kind !== 'tribunal' || rule.shared) return refuse('NotAssignable', { role: command.role });
  if (turn.actor.kind === 'person' && turn.actor.role !== 'registrar') return refuse('NotYours', { event: 'ASSIGN' });
  if (isExcluded(turn.theCase, turn.process.definition, command.role, command.userId))
    return refuse('Excluded', { role: command.role });
  give(turn, command.role, command.userId);
  closeTasksNamed(turn, `assign-${command.role}`);
  return undefined;
}

/** A conflict takes the case away at once, and somebody else is asked for. */
export function declareConflict(turn: Turn, command: Of<'declareConflict'>): Refusal | undefined {
  if (turn.actor.kind !== 'person' || turn.actor.party) return refuse('NotYours', { event: 'DECLARE_CONFLICT' });
  const { userId } = turn.actor;
  if (turn.theCase.conflicts.includes(userId)) return undefined;
  change(turn, { conflicts: [...turn.theCase.conflicts, userId] });
  turn.facts.push({ kind: 'ConflictDeclared', userId, reason: command.reason });
  for (const role of take(turn, userId)) if (turn.theCase.status === 'open') wantAssignment(turn, role);
  return undefined;
}

/** Work that no event of the process does is done when someone of its queue says so. */
export function completeTask(turn: Turn, command: Of<'completeTask'>): Refusal | undefined {
  const task = turn.theCase.tasks.find((one) => one.id === command.task && one.closedBy?.length === 0);
  if (!task) return refuse('UnknownTask', { task: command.task });
  if (turn.actor.kind !== 'person' || turn.actor.role !== task.queue)
    return refuse('NotYours', { event: 'COMPLETE_TASK' });
  closeTask(turn, task.id);
  return undefined;
}
