import { eq, sql } from 'drizzle-orm';
import { assignments, cases } from '../../../db/schema/cases.ts';
import { boundStatement } from '../database/bound-statement.ts';
import type { Drizzle } from '../database/registry-database.ts';

/** What is read of a case before it is decided on. */
export function caseQueries(db: Drizzle) {
  return {
    /** Row, file and journal head. */
    byId: boundStatement(
      db,
      db
        .select({ row: cases.row, file: cases.file, journalHead: cases.journalHead })
        .from(cases)
        .where(eq(cases.id, sql.placeholder('id'))),
    ),
  };
}

/** How the row of a case is written: whole at first, then a step at a time. */
export function caseUpdates(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  const step = {
    version: given('version'),
    openVersion: given('openVersion'),
    state: given('state'),
    /** Given as bytes of UTF-8. */
    file: sql`cast(${sql.placeholder('file')} as text)`,
    journalHead: given('journalHead'),
  };
  const place = {
    workflowVersion: given('workflowVersion'),
    stage: given('stage'),
    status: given('status'),
    outcome: given('outcome'),
    closedAt: given('closedAt'),
    dueBy: given('dueBy'),
  };
  const whole = {
    id: given('id'),
    reference: given('reference'),
    workflowId: given('workflowId'),
    openedAt: given('openedAt'),
  };
  const ofRow = eq(cases.row, sql.placeholder('row'));

  return {
    /** Answers its row. */
    insert: boundStatement(
      db,
      db
        .insert(cases)
        .values({ ...whole, ...step, ...place })
        .returning({ row: cases.row }),
    ),
    /** Touches no index. */
    step: boundStatement(db, db.update(cases).set(step).where(ofRow)),
    move: boundStatement(
      db,
      db
        .update(cases)
        .set({ ...step, ...place })
        .where(ofRow),
    ),
    assignmentStatus: db
      .update(assignments)
      .set({ caseStatus: given('status') })
      .where(eq(assignments.caseId, sql.placeholder('caseId')))
      .prepare(),
  };
}
