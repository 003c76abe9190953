import type { CaseFile } from '../case-file.ts';
import { movedByTalks } from '../definition/moved-by-talks.ts';
import type { Definition } from '../definition/schema.ts';
import type { Viewer } from '../viewer.ts';
import { isOutsideTheBench } from './audiences-of.ts';

/**
 * The state of a case, as a dotted path, that a viewer is shown. To who may come to decide: only as far as the talks that go
 * on there do not move it, for it would say that terms were agreed, or sent back.
 */
export function stateShown(definition: Definition, viewer: Viewer, caseFile: CaseFile, path: string): string {
  const { states } = movedByTalks(definition);
  if (states.length === 0 || isOutsideTheBench(viewer, caseFile)) return path;
  const regions = path.split('+').map((one) => outermost(states.filter((state) => one.startsWith(`${state}.`))) ?? one);
  return [...new Set(regions)].join('+');
}

function outermost(states: readonly string[]): string | undefined {
  return states.toSorted((one, other) => one.length - other.length)[0];
}
