import { eq, type SQL, sql } from 'drizzle-orm';
import { cases, journal } from '../../../db/schema/cases.ts';

/** Entries of the case with the id `caseId`: the journal knows it by its row. */
export function journalOfCase(): SQL {
  return eq(journal.caseRow, sql`(select ${cases.row} from ${cases} where ${cases.id} = ${sql.placeholder('caseId')})`);
}
