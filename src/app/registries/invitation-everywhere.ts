import type { Viewer } from '../../domain/viewer.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import type { Wide } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';
import type { FoundInvitation } from '../queries/read-invitation.ts';
import { desksOfCode } from './desks-of-code.ts';

/** What the code of a letter is for, in the registry whose name it begins with. Undefined for a code that is nowhere good. */
export async function invitationEverywhere(
  ports: Ports & AuthPorts & Wide,
  viewer: Viewer,
  code: string,
  language: string,
): Promise<FoundInvitation | undefined> {
  for (const desk of desksOfCode(ports, code)) {
    const found = await desk.readInvitation(viewer, code, language);
    if (found) return found;
  }
  return undefined;
}
