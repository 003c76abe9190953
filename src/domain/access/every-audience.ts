import type { Audience } from '../audience.ts';
import type { CaseFile } from '../case-file.ts';

/** All audiences that rows of a case can have: for the engine's own errands, never for a viewer. */
export function everyAudience({ parties }: Pick<CaseFile, 'parties'>): Audience[] {
  const ofParties = parties.flatMap(({ id }): Audience[] => [`party:${id}`, `caucus:${id}`, `own:${id}`, `held:${id}`]);
  return ['case', 'tribunal', 'sealed', 'room', 'confided', ...ofParties];
}
