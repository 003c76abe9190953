import type { CaseFile } from '../../domain/case-file.ts';
import { INVITATION_LIFETIME_DAYS } from '../auth/issue-invitation.ts';
import { minutesAfter } from '../auth/minutes-after.ts';
import type { Clock } from '../ports/clock.ts';
import type { InvitationRow } from '../ports/identity.ts';
import { newInvitationCode } from '../registries/invitation-code.ts';
import type { OutboxPorts } from './outbox-ports.ts';

export interface NewInvitation {
  /** In groups, as people type it. */
  readonly shown: string;
  readonly codeHash: string;
  readonly row: InvitationRow;
}

/** A party who has no account yet can join by a code, whatever address they later use; to be put in with what brings it. */
export function newInvitationFor(
  { ids }: Pick<OutboxPorts, 'ids'>,
  wallClock: Clock,
  caseFile: CaseFile,
  id: string | undefined,
): NewInvitation | undefined {
  const party = caseFile.parties.find((one) => one.id === id);
  if (!party || party.userId !== undefined) return undefined;
  const { shown, key } = newInvitationCode(ids);
  const expiresAt = minutesAfter(wallClock.now(), INVITATION_LIFETIME_DAYS * 24 * 60);
  return { shown, codeHash: ids.hash(key), row: { caseId: caseFile.id, party: party.id, expiresAt } };
}
