import { sql } from 'drizzle-orm/sql';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { audience, row } from './columns.ts';

/** One row a case. Lists read the columns before `file` and leave its overflow pages alone. */
export const cases = sqliteTable(
  'cases',
  {
    row: row(),
    id: text('id').notNull(),
    reference: text('reference').notNull(),
    workflowId: text('workflow_id').notNull(),
    workflowVersion: integer('workflow_version').notNull(),
    stage: text('stage').notNull(),
    state: text('state').notNull(),
    status: text('status', { enum: ['open', 'closed'] }).notNull(),
    outcome: text('outcome'),
    version: integer('version').notNull(),
    openVersion: integer('open_version').notNull(),
    openedAt: text('opened_at').notNull(),
    closedAt: text('closed_at'),
    dueBy: text('due_by'),
    /** The case file as JSON: what replaying the journal must give again, byte for byte. */
    file: text('file').notNull(),
    /** Hash of the last journal entry: what the next one is chained to. */
    journalHead: text('journal_head').notNull().default(''),
    /** The journal's row of that entry: from there each entry leads to the one before. Null while the case is being opened. */
    journalRow: integer('journal_row'),
  },
  (t) => [
    uniqueIndex('cases_by_id').on(t.id),
    uniqueIndex('cases_by_reference').on(t.reference),
    index('cases_by_opening').on(t.openedAt, t.id),
    index('cases_by_status').on(t.status, t.openedAt, t.id),
    index('cases_by_stage').on(t.stage, t.openedAt, t.id),
    /** What is overdue is found on a walk through the open cases alone, in the order of lists. */
    index('cases_by_due').on(t.openedAt, t.id, t.dueBy).where(sql`due_by is not null`),
    /** How long cases of a process took is read from this alone, newest ending first. Open cases are not in it. */
    index('cases_by_closing').on(t.workflowId, t.closedAt, t.openedAt, t.outcome).where(sql`closed_at is not null`),
  ],
);

/** For every table of a case. */
export const ofCase = () =>
  text('case_id')
    .notNull()
    .references((): AnySQLiteColumn => cases.id);

/**
 * The truth. Append-only and gapless by trigger; `entry` is the text that `hash` was taken over; heads that are kept
 * elsewhere count by `row`, which is never given anew. Every move writes here, and an index of the entries of each case
 * would cost it a page that lies somewhere else each time. So the entries of a case are found from its `journalRow` back,
 * each by the one after it.
 */
export const journal = sqliteTable('journal', {
  row: row(),
  caseRow: integer('case_row')
    .notNull()
    .references((): AnySQLiteColumn => cases.row),
  /** Of the same case's entry before; null for the first. */
  previousRow: integer('previous_row'),
  seq: integer('seq').notNull(),
  id: text('id').notNull(),
  audience: audience(),
  entry: text('entry').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

/** By which people find their cases: one row for each party (`supporter` empty) and each of its supporters. */
export const participants = sqliteTable(
  'participants',
  {
    caseId: ofCase(),
    party: text('party').notNull(),
    supporter: text('supporter').notNull(),
    openedAt: text('opened_at').notNull(),
    /** Once bound. */
    userId: text('user_id'),
    /** The address that opens the case for whoever proves it is theirs; null once bound, or before they are invited. */
    emailKey: text('email_key'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.party, t.supporter] }),
    index('participants_by_user').on(t.userId, t.openedAt, t.caseId).where(sql`user_id is not null`),
    index('participants_by_email').on(t.emailKey, t.openedAt, t.caseId).where(sql`email_key is not null`),
  ],
);

export const assignments = sqliteTable(
  'assignments',
  {
    row: row(),
    caseId: ofCase(),
    role: text('role').notNull(),
    userId: text('user_id').notNull(),
    assignedAt: text('assigned_at').notNull(),
    endedAt: text('ended_at'),
    /** Of the case: lists by assignee come newest first from the index alone. */
    openedAt: text('opened_at').notNull(),
    caseStatus: text('case_status', { enum: ['open', 'closed'] }).notNull(),
  },
  (t) => [
    index('assignments_by_case').on(t.caseId),
    index('assignments_by_user').on(t.userId, t.openedAt, t.caseId).where(sql`ended_at is null`),
    index('assignments_by_load').on(t.role, t.userId, t.caseId).where(sql`ended_at is null and case_status = 'open'`),
  ],
);

export const conflicts = sqliteTable(
  'conflicts',
  { caseId: ofCase(), userId: text('user_id').notNull(), reason: text('reason').notNull(), at: text('at').notNull() },
  (t) => [primaryKey({ columns: [t.caseId, t.userId] }), index('conflicts_by_user').on(t.userId, t.caseId)],
);

export const referenceCounters = sqliteTable(
  'reference_counters',
  { prefix: text('prefix').notNull(), year: integer('year').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.prefix, t.year] })],
);
