import type { CaseFile } from '../../domain/case-file.ts';
import { type RoleInCase, rolesInCase } from '../../domain/roles-in-case.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { visibleAnswers } from '../../domain/visible-answers.ts';
import { type CaseView, caseView } from '../case-view.ts';
import { auditedRead, type NoteSealed, type QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';

/** A case as the viewer may see it; nothing when they may not. Each sealed answer in it is written into the audit. */
export function readCase(
  ports: QueryPorts,
  viewer: Viewer,
  caseId: string,
  language: string,
): Promise<CaseView | undefined> {
  return auditedRead(ports, viewer, (reads, noteSealed) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (!caseFile) return undefined;
    noteSealedAnswers(ports, caseFile, viewer, noteSealed);
    return caseView(ports.definitionOf(caseFile.workflow), caseFile, viewer, language);
  });
}

function noteSealedAnswers(
  { definitionOf }: QueryPorts,
  caseFile: CaseFile,
  viewer: Viewer,
  noteSealed: NoteSealed,
): void {
  const { sealed } = visibleAnswers(definitionOf(caseFile.workflow), caseFile, viewer);
  for (const path of sealed) noteSealed(`case/${caseFile.id}/answers/${path}`);
}

/** How the viewer stands to a case: what pages address them as. Empty when the case does not exist for them. */
export function readStanding(
  { registry }: Pick<QueryPorts, 'registry'>,
  viewer: Viewer,
  caseId: string,
): readonly RoleInCase[] {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    return caseFile ? rolesInCase(viewer, caseFile) : [];
  });
}
