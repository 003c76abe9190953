import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { cases } from '../../../db/schema/cases.ts';
import type { RegistryReads } from '../../app/ports/registry.ts';
import type { Ending } from '../../domain/texts/durations.ts';
import type { Drizzle } from '../database/registry-database.ts';

/** How cases of a process ended, the newest first; read from an index that holds nothing else. */
export function caseEndings(db: Drizzle): Pick<RegistryReads, 'endings'> {
  const newest = db
    .select({ outcome: cases.outcome, openedAt: cases.openedAt, closedAt: cases.closedAt })
    .from(cases)
    .where(and(eq(cases.workflowId, sql.placeholder('workflow')), isNotNull(cases.closedAt)))
    .orderBy(desc(cases.closedAt))
    .limit(sql.placeholder('limit'))
    .prepare();
  return { endings: (workflow, limit) => newest.all({ workflow, limit }) as Ending[] };
}
