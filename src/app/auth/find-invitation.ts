import { rolesInCase } from '../../domain/access/roles-in-case.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Party, Supporter } from '../../domain/party.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { IdentityReads } from '../ports/identity.ts';
import type { Ids } from '../ports/ids.ts';
import type { RegistryReads } from '../ports/registry.ts';
import { invitationKey } from '../registries/invitation-code.ts';

/** Whom a code is for. */
export interface Invited {
  readonly caseFile: CaseFile;
  readonly party: Party;
  /** Absent: the party themself. */
  readonly supporter?: Supporter;
  /** Somebody has an account as them. */
  readonly isBound: boolean;
}

/**
 * What a code is to whoever holds it. `open`: nobody has joined with it, and they may. `own`: it is theirs, joined or not.
 * Everybody else learns of a code that was used, is too old or was never made just that: nothing.
 *
 * @param at instant (UTC) of the wall clock
 */
export function findInvitation(
  reads: Pick<IdentityReads, 'invitation'> & Pick<RegistryReads, 'caseFile'>,
  ids: Pick<Ids, 'hash'>,
  viewer: Viewer,
  code: string,
  at: string,
): ({ readonly kind: 'open' | 'own' } & Invited) | undefined {
  const invitation = reads.invitation(ids.hash(invitationKey(code)));
  const isGood = invitation?.usedAt === undefined && invitation !== undefined && invitation.expiresAt > at;
  // To a stranger a code that is no longer good is one that never was, and costs no more to look up.
  if (!invitation || (!isGood && viewer.kind === 'stranger')) return undefined;
  const caseFile = reads.caseFile(invitation.caseId);
  const party = caseFile?.parties.find(({ id }) => id === invitation.party);
  const supporter = party?.supporters.find(({ id }) => id === invitation.supporter);
  if (!caseFile || !party || (invitation.supporter !== undefined && !supporter)) return undefined;
  if (hasServed(caseFile, viewer) || isOpponent(viewer, caseFile, party)) return undefined;
  const isBound = (supporter ?? party).userId !== undefined;
  const invited: Invited = { caseFile, party, ...(supporter ? { supporter } : {}), isBound };
  if (isOwn(viewer, invited)) return { kind: 'own', ...invited };
  return isGood && !isBound ? { kind: 'open', ...invited } : undefined;
}

/** Theirs by their account, or by the address that they have shown to be theirs. */
function isOwn(viewer: Viewer, { caseFile, party, supporter }: Invited): boolean {
  return rolesInCase(viewer, caseFile).some(
    (role) => role.standing === 'party' && role.party === party.id && role.supporter === supporter?.id,
  );
}

/** Whoever is on the other side, or stands beside it, has somebody else's letter in their hands. */
function isOpponent(viewer: Viewer, caseFile: CaseFile, { side }: Party): boolean {
  const sideOf = (id: string) => caseFile.parties.find((party) => party.id === id)?.side;
  return rolesInCase(viewer, caseFile).some((role) => role.standing === 'party' && sideOf(role.party) !== side);
}

/** Someone who has or had the case for the tribunal does not change sides with a letter. */
function hasServed({ everAssigned }: CaseFile, viewer: Viewer): boolean {
  if (viewer.kind === 'stranger') return false;
  return Object.values(everAssigned).some((users) => users.includes(viewer.userId));
}
