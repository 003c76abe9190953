import { eq, sql } from 'drizzle-orm';
import { assignments, cases, journal } from '../../../db/schema/cases.ts';
import { boundStatement } from '../database/bound-statement.ts';
import type { Drizzle } from '../database/registry-database.ts';

/** What is read of a case before it is decided on. */
export function caseQueries(db: Drizzle) {
  return {
    /** Row, file, journal head and its row. */
    byId: boundStatement(
      db,
      db
        .select({ row: cases.row, file: cases.file, journalHead: cases.journalHead, journalRow: cases.journalRow })
        .from(cases)
        .where(eq(cases.id, sql.placeholder('id'))),
    ),
  };
}

/** How a case is written: its row whole at first, then a step at a time; its journal an entry at a time. */
export function caseUpdates(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  const step = {
    version: given('version'),
    openVersion: given('openVersion'),
    state: given('state'),
    /** Given as bytes of UTF-8. */
    file: sql`cast(${sql.placeholder('file')} as text)`,
    journalHead: given('journalHead'),
    journalRow: given('journalRow'),
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
  const link = {
    caseRow: given('caseRow'),
    previousRow: given('previousRow'),
    seq: given('seq'),
    id: given('id'),
    audience: given('audience'),
    entry: given('entry'),
    previousHash: given('previousHash'),
    hash: given('hash'),
  };
  const ofRow = eq(cases.row, sql.placeholder('row'));

  return {
    /** Answers its row. */
    open: boundStatement(db, db.insert(cases).values({ ...whole, ...step, ...place })),
    /** Answers the entry's row. */
    append: boundStatement(db, db.insert(journal).values(link)),
    /** After a case's first entry: those that follow are written before what the step makes of the case. */
    begin: boundStatement(db, db.update(cases).set({ journalRow: step.journalRow }).where(ofRow)),
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
