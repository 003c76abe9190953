import { type RoleInCase, rolesInCase } from '../../domain/access/roles-in-case.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { type CaseView, caseView } from '../case-view.ts';
import { sealedIn } from '../show-case.ts';
import { auditedRead, type QueryPorts } from './audited-read.ts';
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
    const definition = ports.definitionOf(caseFile.workflow);
    sealedIn(definition, caseFile, viewer).forEach(noteSealed);
    return caseView(definition, caseFile, viewer, language);
  });
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
