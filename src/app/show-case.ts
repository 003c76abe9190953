import { audiencesOf } from '../domain/access/audiences-of.ts';
import { needsFor } from '../domain/access/needs-for.ts';
import { type VisibleAnswers, visibleAnswers } from '../domain/access/visible-answers.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Definition } from '../domain/definition/schema.ts';
import type { Viewer } from '../domain/viewer.ts';
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
  auditSealed(tx, viewer, clock.now(), [...sealedSubjects(caseFile, answers), ...confidedSubjects(caseFile, viewer)]);
  return caseView(definition, caseFile, viewer, language, answers);
}

/** What of a case is sealed, or told in confidence, and shown to this viewer all the same, as subjects of the audit. */
export function sealedIn(definition: Definition, caseFile: CaseFile, viewer: Viewer): string[] {
  const answers = visibleAnswers(definition, caseFile, viewer);
  return [...sealedSubjects(caseFile, answers), ...confidedSubjects(caseFile, viewer)];
}

/** What a party told about its safety, where someone of the tribunal reads it. */
function confidedSubjects(caseFile: CaseFile, viewer: Viewer): string[] {
  const told = caseFile.parties.filter(({ needs = [] }) => needs.some(({ kind }) => kind === 'safety'));
  if (told.length === 0 || !audiencesOf(viewer, caseFile).includes('tribunal')) return [];
  return told.flatMap((party) =>
    needsFor(viewer, caseFile, party)
      .filter(({ kind }) => kind === 'safety')
      .map(({ id }) => `case/${caseFile.id}/needs/${id}`),
  );
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
