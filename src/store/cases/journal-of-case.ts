import { type SQL, sql } from 'drizzle-orm';
import { cases, journal } from '../../../db/schema/cases.ts';

/**
 * Entries of the case with the id `caseId`: from its newest one back, each leads to the one before. What somebody has
 * changed by hand may end early; it never goes round.
 */
export function journalOfCase(): SQL {
  return sql`${journal.row} in (
    with recursive entries (entry_row) as (
      select journal_row from ${cases} where ${cases.id} = ${sql.placeholder('caseId')}
      union all
      select previous_row from entries cross join ${journal} on ${journal.row} = entry_row where previous_row < entry_row
    )
    select entry_row from entries
  )`;
}
