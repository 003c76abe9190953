import { and, eq } from 'drizzle-orm';
import { journal } from '../../../db/schema/cases.ts';
import { journalOfCase } from '../cases/journal-of-case.ts';
import type { Drizzle } from '../database/registry-database.ts';

/** The hash of the entry by which a case was opened. */
export function openingHashes(db: Drizzle): (caseId: string) => string {
  const opening = db
    .select({ hash: journal.hash })
    .from(journal)
    .where(and(journalOfCase(), eq(journal.seq, 1)))
    .prepare();
  return (caseId) => {
    const found = opening.get({ caseId });
    if (!found) throw new Error(`the journal of case ${caseId} has no first entry; restore a backup`);
    return found.hash;
  };
}
