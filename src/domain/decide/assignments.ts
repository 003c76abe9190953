import { openTask } from './tasks.ts';
import { change, type Turn } from './turn.ts';

/** Title of the registrar's task where a role is given by hand. */
const ASSIGN_TITLE = { en: 'Assign someone to this case', fr: 'Affecter une personne à ce dossier' };

/** Asks for someone in a role, as its rule says. Whoever has the case keeps it. */
export function wantAssignment(turn: Turn, role: string): void {
  if (turn.theCase.assigned[role]) return;
  const rule = turn.process.definition.roles[role];
  if (rule?.kind !== 'tribunal' || rule.shared) return;
  if (rule.assign === 'least-loaded' || rule.assign === 'queue') {
    turn.facts.push({ kind: 'AssignmentWanted', role, how: rule.assign });
  } else askForAssignment(turn, role);
}

/** Puts the choice into the registrar's queue. */
export function askForAssignment(turn: Turn, role: string): undefined {
  const task = { task: `assign-${role}`, queue: 'registrar', title: ASSIGN_TITLE, closedBy: [`ASSIGN ${role}`] };
  openTask(turn, { ...task, due: { count: 2, unit: 'workingDays' } }, 'case');
}

/** Gives the case to a user, from whoever had it; to who has it already, nothing happens. */
export function give(turn: Turn, role: string, userId: string): void {
  const before = turn.theCase.assigned[role];
  if (before === userId) return;
  if (before) turn.facts.push({ kind: 'Unassigned', role, userId: before });
  const ever = turn.theCase.everAssigned[role] ?? [];
  change(turn, {
    assigned: { ...turn.theCase.assigned, [role]: userId },
    everAssigned: { ...turn.theCase.everAssigned, [role]: ever.includes(userId) ? ever : [...ever, userId] },
  });
  turn.facts.push({ kind: 'Assigned', role, userId });
}

/** Takes the case from a user in every role; answers the roles that are now empty. */
export function take(turn: Turn, userId: string): string[] {
  const roles = Object.entries(turn.theCase.assigned)
    .filter(([, user]) => user === userId)
    .map(([role]) => role);
  change(turn, {
    assigned: Object.fromEntries(Object.entries(turn.theCase.assigned).filter(([, user]) => user !== userId)),
  });
  for (const role of roles) turn.facts.push({ kind: 'Unassigned', role, userId });
  return roles;
}
