import { sql } from 'drizzle-orm';
import { cases, journal } from '../../../db/schema/cases.ts';
import type { Drizzle } from '../database/registry-database.ts';
import type { RegistryProblem } from './registry-problem.ts';

/** Entries that their cases do not lead to; once each case was found to lead to as many as its version says. */
export function strayEntries(db: Drizzle): RegistryProblem[] {
  const [counted] = db.values<[number, number]>(
    sql`select (select count(*) from ${journal}), (select coalesce(sum(${cases.version}), 0) from ${cases})`,
  );
  if (counted?.[0] === counted?.[1]) return [];
  const found = db.values<[string, number, number]>(
    sql`select ${cases.id}, count(*), ${cases.version} from ${journal} join ${cases} on ${cases.row} = ${journal.caseRow}
        group by ${journal.caseRow} having count(*) > ${cases.version} order by ${cases.id}`,
  );
  return found.map(([caseId, entries, version]) => ({
    kind: 'entry-unexpected',
    caseId,
    detail: `${entries} entries bear the row of the case, which stands at ${version}`,
  }));
}
