import { isSameEmail } from '../../domain/email-key.ts';
import type { Party } from '../../domain/party.ts';
import type { OutboxPorts } from './outbox-ports.ts';

/**
 * Whether a notice is on its way to somebody whom a party had invited to its side, and who does not stand there any more:
 * mail that waited for a server would tell them what they may no longer read.
 */
export function isForWhoLeft({ registry }: Pick<OutboxPorts, 'registry'>, noticeId: string): boolean {
  return registry.read((reads) => {
    const notice = reads.notice(noticeId);
    const party = notice && reads.caseFile(notice.caseId)?.parties.find(({ id }) => id === notice.to.party);
    const email = notice?.to.email;
    if (!party || email === undefined || isThere(party, email)) return false;
    // Not the party's former address, where their mail went until they changed it.
    return [...reads.journalInOrder(notice.caseId)].some(
      ({ command }) => command.kind === 'invite' && command.party === party.id && isSameEmail(command.email, email),
    );
  });
}

function isThere(party: Party, email: string): boolean {
  return [{ email: party.email }, { email: party.newEmail }, ...party.supporters].some((one) =>
    isSameEmail(one.email, email),
  );
}
