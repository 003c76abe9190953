import type { Viewer } from '../../domain/viewer.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import { invitationLink } from '../auth/invitation-link.ts';
import { issueInvitation } from '../auth/issue-invitation.ts';
import type { Effects } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import { auditSealed } from '../show-case.ts';
import { invitationLetter } from './invitation-letter.ts';

export interface PrintedLetter {
  readonly filename: string;
  /** A PDF. */
  readonly bytes: Uint8Array;
}

/**
 * Makes a letter with a new code for a party who has no account, for the registry to print and post. Each print has a code
 * of its own, for none is kept but as a hash. Undefined when the viewer is not of the registry, or there is no such party.
 */
export async function printInvitationLetter(
  ports: Ports & AuthPorts & Pick<Effects, 'renderDocument'>,
  viewer: Viewer,
  caseId: string,
  partyId: string,
): Promise<PrintedLetter | undefined> {
  const invitation = await issueInvitation(ports, viewer, caseId, partyId);
  const caseFile = ports.registry.read((reads) => reads.caseFile(caseId));
  const party = caseFile?.parties.find(({ id }) => id === partyId);
  if (!invitation || !caseFile || !party) return undefined;
  const process = ports.processOf(caseFile.workflow);
  const content = invitationLetter(process, caseFile, party, invitation, ports.clock.now(), party.language);
  const { tribunal } = process;
  // Where they are is printed on it: whoever prints has looked.
  if (party.isProtected) {
    const looked = [`case/${caseId}/answers/${partyId}.contact`];
    await ports.registry.commit((tx) => auditSealed(tx, viewer, ports.clock.now(), looked));
  }
  const bytes = await ports.renderDocument(content, tribunal, invitationLink(tribunal.origin, invitation.code));
  return { filename: `${caseFile.reference} ${party.name}.pdf`, bytes };
}
