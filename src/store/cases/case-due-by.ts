import type { CaseFile } from '../../domain/case-file.ts';
import { NEED_TASK } from '../../domain/need.ts';

const DAY_MS = 86_400_000;

/** Stage → the days in which a case should have left it. */
export type StageTargets = Readonly<Record<string, number>>;

/**
 * When somebody should have moved the case on: its stage's target or its oldest task, whichever falls first. Null for a
 * closed case, and where neither says anything.
 */
export function caseDueBy(file: CaseFile, targets: StageTargets): string | null {
  if (file.status === 'closed') return null;
  const days = targets[file.stage];
  const target = days === undefined ? [] : [new Date(Date.parse(file.stageSince) + days * DAY_MS).toISOString()];
  // Lists show it to the whole tribunal: what was told in confidence leaves no date there.
  const tasks = file.tasks.flatMap(({ task, dueAt }) => (task === NEED_TASK ? [] : (dueAt ?? [])));
  return [...target, ...tasks].sort()[0] ?? null;
}
