import { sql } from 'drizzle-orm/sql';
import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Deadline } from '../../src/domain/deadline.ts';
import { ofCase } from './cases.ts';
import { audience, row } from './columns.ts';

export const deadlines = sqliteTable(
  'deadlines',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    status: text('status', { enum: ['open', 'met', 'expired', 'dropped'] }).notNull(),
    endedAt: text('ended_at'),
    /** `dueAt` and the minute of grace: from then on it has expired. */
    expiresAt: text('expires_at').notNull(),
    deadline: text('deadline', { mode: 'json' }).$type<Deadline>().notNull(),
  },
  (t) => [
    uniqueIndex('deadlines_by_id').on(t.id),
    index('deadlines_by_case').on(t.caseId),
    index('deadlines_pending').on(t.expiresAt).where(sql`status = 'open'`),
  ],
);

/** Reminders still to be sent. */
export const reminders = sqliteTable(
  'reminders',
  {
    deadline: text('deadline').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    notice: text('notice').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.deadline, t.at, t.notice] }),
    index('reminders_by_case').on(t.caseId),
    index('reminders_pending').on(t.at),
  ],
);
