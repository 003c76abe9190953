import type { Viewer } from '../../domain/viewer.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import type { CaseView } from '../case-view.ts';
import type { Desk, Wide } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';
import { HOME } from '../registry-of.ts';
import { deskOf } from './desk-of.ts';
import { registriesOfCode } from './invitation-code.ts';

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
  for (const desk of desksFor(ports, code)) {
    const caseId = await desk.acceptInvitation(viewer, code);
    if (caseId !== undefined) return desk.readCase(viewer, caseId, language);
  }
  return undefined;
}

function desksFor(ports: Ports & AuthPorts & Wide, code: string): readonly Desk[] {
  const others = ports.everywhere?.others() ?? [];
  const named = registriesOfCode(
    code,
    others.map(({ id }) => id),
  );
  return [deskOf(HOME, ports), ...others.filter(({ id }) => named.includes(id))];
}
