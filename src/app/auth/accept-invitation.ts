import type { Command } from '../../domain/command.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { invitationKey } from '../registries/invitation-code.ts';
import type { AuthPorts } from './auth-ports.ts';
import { findInvitation, type Invited } from './find-invitation.ts';

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
    const found = findInvitation(reads, ids, viewer, code, at);
    return found && !found.isBound ? { caseId: found.caseFile.id, join: joinOf(found, viewer) } : undefined;
  });
  if (!command || isRefusal(await perform(command.caseId, command.join))) return undefined;
  await registry.commit((tx) => tx.useInvitation(codeHash, at));
  return command.caseId;
}

function joinOf({ party: { id, role }, supporter }: Invited, { userId }: User): JoinCommand {
  return {
    kind: 'join',
    actor: { kind: 'person', userId, role, party: id, ...(supporter ? { capacity: supporter.capacity } : {}) },
    party: id,
    ...(supporter ? { supporter: supporter.id } : {}),
    userId,
  };
}
