import type { CaseFile, OpenTask } from '../case-file.ts';
import type { Viewer } from '../viewer.ts';
import { maySeeTask } from './may-see-task.ts';
import { rolesInCase } from './roles-in-case.ts';

/** What is open in the queues of those who have the case, or serve it, as the viewer does. */
export function ownTasks(viewer: Viewer, caseFile: CaseFile): readonly OpenTask[] {
  const queues = rolesInCase(viewer, caseFile).flatMap((role) =>
    role.standing === 'assigned' || role.standing === 'registrar' ? [role.role as string] : [],
  );
  return caseFile.tasks.filter((task) => queues.includes(task.queue) && maySeeTask(viewer, caseFile, task));
}
