import type { CaseFile } from '../domain/case-file.ts';
import type { Definition } from '../domain/definition/schema.ts';
import type { Viewer } from '../domain/viewer.ts';
import { type VisibleAnswers, visibleAnswers } from '../domain/visible-answers.ts';
import { type CaseView, caseView } from './case-view.ts';
import type { Ports } from './ports/ports.ts';
import type { RegistryTransaction } from './ports/registry.ts';

/** The case as its viewer sees it after they moved it. What is sealed in it is written into the audit with the move. */
export function showCase(
  { clock, definitionOf }: Pick<Ports, 'clock' | 'definitionOf'>,
  tx: Pick<RegistryTransaction, 'audit'>,
  caseFile: CaseFile,
  viewer: Viewer,
  language: string,
): CaseView {
  const definition = definitionOf(caseFile.workflow);
  const answers = visibleAnswers(definition, caseFile, viewer);
  if (answers.sealed.length > 0) auditSealed(tx, viewer, clock.now(), sealedSubjects(caseFile, answers));
  return caseView(definition, caseFile, viewer, language, answers);
}

/** What of a case's answers is sealed and shown to this viewer all the same, as subjects of the audit. */
export function sealedIn(definition: Definition, caseFile: CaseFile, viewer: Viewer): string[] {
  return sealedSubjects(caseFile, visibleAnswers(definition, caseFile, viewer));
}

function sealedSubjects({ id }: CaseFile, { sealed }: VisibleAnswers): string[] {
  return sealed.map((path) => `case/${id}/answers/${path}`);
}

/** Writes down who was shown each of these sealed things. */
export function auditSealed(
  tx: Pick<RegistryTransaction, 'audit'>,
  viewer: Viewer,
  at: string,
  subjects: Iterable<string>,
): void {
  if (viewer.kind === 'stranger') return;
  for (const subject of subjects) tx.audit({ at, userId: viewer.userId, action: 'sealed.read', subject });
}
