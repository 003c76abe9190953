import type { Viewer } from '../../domain/viewer.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import type { CaseView } from '../case-view.ts';
import type { Wide } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';
import { desksOfCode } from './desks-of-code.ts';

/**
 * Joins a case with the code of a letter, in the registry whose name the code begins with; answers the case. Asked of the
 * home registry. Undefined for a code that is nowhere good.
 */
export async function joinEverywhere(
  ports: Ports & AuthPorts & Wide,
  viewer: Viewer,
  code: string,
  language: string,
): Promise<CaseView | undefined> {
  for (const desk of desksOfCode(ports, code)) {
    const caseId = await desk.acceptInvitation(viewer, code);
    if (caseId !== undefined) return desk.readCase(viewer, caseId, language);
  }
  return undefined;
}
