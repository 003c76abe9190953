import { may } from '../../domain/access/authority.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { newInvitationCode } from '../registries/invitation-code.ts';
import type { AuthPorts } from './auth-ports.ts';
import { minutesAfter } from './minutes-after.ts';

export const INVITATION_LIFETIME_DAYS = 90;

/** What is printed on a letter: whoever enters it is the party. Shown once and kept as a hash alone. */
export interface Invitation {
  /** Letters and digits, in groups of four. */
  readonly code: string;
  readonly expiresAt: string;
}

/**
 * Makes a code by which a party without a usable address can join, for the registry's letter. Undefined when the viewer
 * is not of the registry, or there is no such party to join.
 */
export async function issueInvitation(
  { registry, ids, wallClock }: AuthPorts,
  viewer: Viewer,
  caseId: string,
  party: string,
): Promise<Invitation | undefined> {
  const caseFile = registry.read((reads) => reads.caseFile(caseId));
  if (!caseFile || viewer.kind === 'stranger' || !may(viewer, 'case.assign', caseFile)) return undefined;
  if (!caseFile.parties.some(({ id, userId }) => id === party && userId === undefined)) return undefined;
  const at = wallClock.now();
  const { shown: code, key } = newInvitationCode(ids);
  const expiresAt = minutesAfter(at, INVITATION_LIFETIME_DAYS * 24 * 60);
  await registry.commit((tx) => {
    tx.putInvitation(ids.hash(key), { caseId, party, expiresAt });
    tx.audit({ at, userId: viewer.userId, action: 'invitation.issue', subject: `case/${caseId}/parties/${party}` });
  });
  return { code, expiresAt };
}
