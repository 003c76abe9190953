import type { Viewer } from '../../domain/viewer.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import { findInvitation } from '../auth/find-invitation.ts';
import type { Ports } from '../ports/ports.ts';
import { type InvitationView, invitationView } from './invitation-view.ts';

/** What a code leads to: an invitation that nobody has taken yet, or the case in which it is one's own. */
export type FoundInvitation =
  | { readonly kind: 'open'; readonly invitation: InvitationView }
  | { readonly kind: 'own'; readonly caseId: string };

/** Reads what a code is for, and uses nothing up. Undefined for a code that is good for nobody, or not for this viewer. */
export function readInvitation(
  { registry, ids, wallClock, clock, processOf }: Ports & AuthPorts,
  viewer: Viewer,
  code: string,
  language: string,
): FoundInvitation | undefined {
  return registry.read((reads) => {
    const found = findInvitation(reads, ids, viewer, code, wallClock.now());
    if (!found) return undefined;
    if (found.kind === 'own') return { kind: 'own', caseId: found.caseFile.id };
    const process = processOf(found.caseFile.workflow);
    return { kind: 'open', invitation: invitationView(process, found, clock.now(), language) };
  });
}
