import type { CaseFile } from '../case-file.ts';
import { movedByTalks } from '../definition/moved-by-talks.ts';
import type { Definition } from '../definition/schema.ts';
import type { Viewer } from '../viewer.ts';
import { isOutsideTheBench } from './audiences-of.ts';

/**
 * Whether a viewer may see a deadline or a task of a case's chart that is over. Who may come to decide sees of those that
 * begin or end by what is said without prejudice only what runs: two runs say that terms were agreed and sent back.
 */
export function maySeePast(
  { definition, viewer, caseFile }: { definition: Definition; viewer: Viewer; caseFile: CaseFile },
  what: 'deadlines' | 'tasks',
  name: string,
): boolean {
  return isOutsideTheBench(viewer, caseFile) || !movedByTalks(definition)[what].has(name);
}
