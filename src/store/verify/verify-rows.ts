import { eq, sql } from 'drizzle-orm';
import { assignments, conflicts, participants } from '../../../db/schema/cases.ts';
import { deadlines, reminders } from '../../../db/schema/deadlines.ts';
import { decisions, orders } from '../../../db/schema/decisions.ts';
import { documents } from '../../../db/schema/documents.ts';
import { fees } from '../../../db/schema/fees.ts';
import { notices } from '../../../db/schema/notices.ts';
import { outbox } from '../../../db/schema/outbox.ts';
import { messages, offers } from '../../../db/schema/talks.ts';
import { tasks } from '../../../db/schema/tasks.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { ACCOUNTED_TABLES, type AccountedTable, expectedRows, rowKey } from './expected-rows.ts';
import type { RegistryProblem } from './registry-problem.ts';

type Row = Record<string, unknown>;

const TABLES = {
  participants,
  assignments,
  conflicts,
  deadlines,
  reminders,
  notices,
  documents,
  messages,
  offers,
  orders,
  decisions,
  tasks,
  fees,
  outbox,
} satisfies Record<AccountedTable, unknown>;

/** Compares the tables of a case with what its replayed decisions say that they should hold. */
export function rowVerifier(db: Drizzle) {
  const statements = new Map(ACCOUNTED_TABLES.map((name) => [name, rowsOfCase(db, TABLES[name])]));

  return function* verifyRows(
    caseId: string,
    replayed: readonly Decision[],
    openingHash: string,
  ): Generator<RegistryProblem> {
    const expected = expectedRows(replayed, openingHash);
    for (const table of ACCOUNTED_TABLES) {
      const stored = (statements.get(table)?.all({ caseId }) ?? []) as Row[];
      yield* compare(caseId, table, expected[table], stored);
    }
  };
}

function rowsOfCase(db: Drizzle, table: (typeof TABLES)[AccountedTable]) {
  return db
    .select()
    .from(table)
    .where(eq(table.caseId, sql.placeholder('caseId')))
    .prepare();
}

function* compare(
  caseId: string,
  table: AccountedTable,
  expected: ReadonlyMap<string, Row>,
  stored: readonly Row[],
): Generator<RegistryProblem> {
  const missing = new Set(expected.keys());
  for (const found of stored) {
    const row = rowKey(table, found);
    const should = expected.get(row);
    if (should && missing.delete(row)) {
      const columns = Object.keys(should).filter((name) => stableText(should[name]) !== stableText(found[name]));
      if (columns.length > 0) yield { kind: 'row-differs', caseId, table, row, detail: `in ${columns.join(', ')}` };
    } else if (!comesFromOutside(table, found)) {
      yield { kind: 'row-unexpected', caseId, table, row, detail: 'the journal knows nothing of it' };
    }
  }
  for (const row of missing) yield { kind: 'row-missing', caseId, table, row, detail: 'the journal says it was made' };
}

/** An upload that no event has filed yet, and the search of one for viruses. */
function comesFromOutside(table: AccountedTable, row: Row): boolean {
  return (table === 'documents' && row.origin === 'uploaded') || (table === 'outbox' && row.kind === 'scan');
}

/** JSON that does not depend on the order in which keys were set. */
function stableText(value: unknown): string | undefined {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
