import type { CaseFile } from '../../domain/case-file.ts';
import type { Command } from '../../domain/command.ts';
import type { Party } from '../../domain/party.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { InvitationRow } from '../ports/identity.ts';
import { invitationKey } from '../registries/invitation-code.ts';
import type { AuthPorts } from './auth-ports.ts';

type User = Extract<Viewer, { kind: 'user' }>;
export type JoinCommand = Extract<Command, { kind: 'join' }>;

/** Carries out the command that binds the user to the party; a refusal when that cannot be. */
export type PerformJoin = (caseId: string, command: JoinCommand) => Promise<unknown>;

/**
 * Makes whoever holds an invitation's code the party that it names; answers the case's id. Undefined when the code is
 * unknown, used or too old, the party has an account already, or the user serves the case for the tribunal.
 */
export async function acceptInvitation(
  { registry, ids, wallClock }: AuthPorts,
  viewer: Viewer,
  code: string,
  perform: PerformJoin,
): Promise<string | undefined> {
  if (viewer.kind === 'stranger') return undefined;
  const at = wallClock.now();
  const codeHash = ids.hash(invitationKey(code));
  const command = registry.read((reads) => {
    const invitation = reads.invitation(codeHash);
    const caseFile = invitation && invitation.expiresAt > at ? reads.caseFile(invitation.caseId) : undefined;
    return invitation && caseFile ? joinOf(caseFile, invitation, viewer) : undefined;
  });
  if (!command || isRefusal(await perform(command.caseId, command.join))) return undefined;
  await registry.commit((tx) => tx.useInvitation(codeHash, at));
  return command.caseId;
}

function joinOf(
  caseFile: CaseFile,
  { party: id, supporter }: InvitationRow,
  viewer: User,
): { caseId: string; join: JoinCommand } | undefined {
  const party = caseFile.parties.find((one) => one.id === id);
  if (!party || !isFree(party, supporter) || hasServed(caseFile, viewer)) return undefined;
  const capacity = party.supporters.find((one) => one.id === supporter)?.capacity;
  const join: JoinCommand = {
    kind: 'join',
    actor: { kind: 'person', userId: viewer.userId, role: party.role, party: id, ...(capacity ? { capacity } : {}) },
    party: id,
    ...(supporter ? { supporter } : {}),
    userId: viewer.userId,
  };
  return { caseId: caseFile.id, join };
}

function isFree(party: Party, supporter: string | undefined): boolean {
  if (supporter === undefined) return party.userId === undefined;
  return party.supporters.some((one) => one.id === supporter && one.userId === undefined);
}

/** Someone who has or had the case for the tribunal does not change sides with a letter. */
function hasServed({ everAssigned }: CaseFile, { userId }: User): boolean {
  return Object.values(everAssigned).some((users) => users.includes(userId));
}
