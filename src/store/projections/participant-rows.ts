import type { participants } from '../../../db/schema/cases.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { emailKey } from '../../domain/email-key.ts';
import type { Party } from '../../domain/party.ts';
import type { NewRow } from '../database/prepared-insert.ts';

type ParticipantRow = NewRow<typeof participants>;

/** By which user or address each party and supporter of a case finds it. */
export function participantRows(file: CaseFile): ParticipantRow[] {
  return file.parties.flatMap((party) => [ofParty(file, party), ...ofSupporters(file, party)]);
}

function ofParty(file: CaseFile, party: Party): ParticipantRow {
  const opensByAddress = party.invited && party.userId === undefined;
  return rowOf(file, party, '', party.userId, opensByAddress ? party.email : undefined);
}

function ofSupporters(file: CaseFile, party: Party): ParticipantRow[] {
  return party.supporters.map(({ id, userId, email }) =>
    rowOf(file, party, id, userId, userId === undefined ? email : undefined),
  );
}

function rowOf(file: CaseFile, party: Party, supporter: string, userId?: string, email?: string): ParticipantRow {
  return {
    caseId: file.id,
    party: party.id,
    supporter,
    openedAt: file.openedAt,
    userId: userId ?? null,
    emailKey: email ? emailKey(email) || null : null,
  };
}
