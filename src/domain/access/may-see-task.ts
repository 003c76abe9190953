import type { CaseFile } from '../case-file.ts';
import { PRIVATE_TASK } from '../decide/decide-delivery.ts';
import { NEED_TASK } from '../need.ts';
import type { Viewer } from '../viewer.ts';
import { isOutsideTheBench } from './audiences-of.ts';

/** Work that not everyone of the tribunal may know of. */
export const TASKS_APART: readonly string[] = [PRIVATE_TASK, NEED_TASK];

/**
 * Whether a viewer may know of a task. Work that the room left is the registry's, and nobody's who may come to decide:
 * that a notice of the room could not be delivered says that there was one. So it is with what was told in confidence.
 */
export function maySeeTask(viewer: Viewer, caseFile: CaseFile, { task }: { readonly task: string }): boolean {
  return !TASKS_APART.includes(task) || isOutsideTheBench(viewer, caseFile);
}
