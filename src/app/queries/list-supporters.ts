import { may } from '../../domain/access/authority.ts';
import type { Supporter } from '../../domain/party.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { JournalRow } from '../ports/rows.ts';
import type { QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';

/** Someone at a party's side, and since when. */
export interface SupporterEntry extends Omit<Supporter, 'userId'> {
  /** Instants (UTC), as the journal has them. */
  readonly invitedAt?: string;
  readonly joinedAt?: string;
  readonly hasJoined: boolean;
  /** They are the viewer. */
  readonly isViewer: boolean;
}

/** Who acts for a party or helps it, for whoever may know; nothing for everyone else. */
export function listSupporters(
  { registry }: Pick<QueryPorts, 'registry'>,
  viewer: Viewer,
  caseId: string,
  partyId: string,
): readonly SupporterEntry[] | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    const party = caseFile?.parties.find(({ id }) => id === partyId);
    if (!caseFile || !party || !may(viewer, 'part.read', { caseFile, audience: `party:${partyId}` })) return undefined;
    if (party.supporters.length === 0) return [];
    const journal = [...reads.journalInOrder(caseId)];
    return party.supporters.map(({ userId, ...supporter }) => ({
      ...supporter,
      ...datesIn(journal, supporter.id),
      hasJoined: userId !== undefined,
      isViewer: viewer.kind === 'user' && viewer.userId === userId,
    }));
  });
}

/** A supporter's id begins with that of the entry that invited them. */
function datesIn(journal: readonly JournalRow[], supporter: string): Pick<SupporterEntry, 'invitedAt' | 'joinedAt'> {
  const invited = journal.find(({ id, command }) => command.kind === 'invite' && supporter.startsWith(id));
  const joined = journal.find(({ command }) => command.kind === 'join' && command.supporter === supporter);
  return { ...(invited ? { invitedAt: invited.at } : {}), ...(joined ? { joinedAt: joined.at } : {}) };
}
