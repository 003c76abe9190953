import { and, eq, sql } from 'drizzle-orm';
import { participants } from '../../../db/schema/cases.ts';
import { caseSearch } from '../../../db/search.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { participantRows } from './participant-rows.ts';

/** Writes the participants that changed, and the names under which the case is found. */
export function peopleWriter(db: Drizzle) {
  const insert = preparedInsert(db, participants);
  const remove = db
    .delete(participants)
    .where(
      and(
        eq(participants.caseId, sql.placeholder('caseId')),
        eq(participants.party, sql.placeholder('party')),
        eq(participants.supporter, sql.placeholder('supporter')),
      ),
    )
    .prepare();
  const indexNames = preparedInsert(db, caseSearch);
  const unindex = db
    .delete(caseSearch)
    .where(eq(caseSearch.rowid, sql.placeholder('rowid')))
    .prepare();

  const writeParticipants = (before: CaseFile | undefined, next: CaseFile): void => {
    const stood = byText(before ? participantRows(before) : []);
    const stands = byText(participantRows(next));
    for (const [text, row] of stood) if (!stands.has(text)) remove.run(row);
    for (const [text, row] of stands) if (!stood.has(text)) insert(row);
  };
  const writeNames = (rowid: number, before: CaseFile | undefined, next: CaseFile): void => {
    const names = namesIn(next);
    if (before && namesIn(before) === names) return;
    if (before) unindex.run({ rowid });
    indexNames({ rowid, reference: next.reference, names });
  };

  return (rowid: number, before: CaseFile | undefined, next: CaseFile): void => {
    writeParticipants(before, next);
    writeNames(rowid, before, next);
  };
}

function byText<Row>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [JSON.stringify(row), row]));
}

function namesIn(file: CaseFile): string {
  return file.parties.map((party) => party.name).join('\n');
}
