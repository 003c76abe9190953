import { may } from '../../domain/authority.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { AuthPorts } from './auth-ports.ts';
import { minutesAfter } from './minutes-after.ts';

export const INVITATION_LIFETIME_DAYS = 90;

/** What is printed on a letter: whoever enters it is the party. Shown once and kept as a hash alone. */
export interface Invitation {
  /** 128 random bits in letters and digits, in groups of five. */
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
  const code = ids.newId();
  const expiresAt = minutesAfter(at, INVITATION_LIFETIME_DAYS * 24 * 60);
  await registry.commit((tx) => {
    tx.putInvitation(ids.hash(invitationKey(code)), { caseId, party, expiresAt });
    tx.audit({ at, userId: viewer.userId, action: 'invitation.issue', subject: `case/${caseId}/parties/${party}` });
  });
  return { code: code.match(/.{1,5}/g)?.join('-') ?? code, expiresAt };
}

/** What someone typed from paper, as it was made: Crockford's alphabet has no o, i or l. */
export function invitationKey(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
}
