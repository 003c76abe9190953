import { sql } from 'drizzle-orm/sql';
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ofCase } from './cases.ts';
import { row, type Texts } from './columns.ts';

export const tasks = sqliteTable(
  'tasks',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    task: text('task').notNull(),
    queue: text('queue').notNull(),
    title: text('title', { mode: 'json' }).$type<Texts>().notNull(),
    priority: text('priority', { enum: ['low', 'normal', 'high'] }).notNull(),
    openedAt: text('opened_at').notNull(),
    dueAt: text('due_at'),
    closedAt: text('closed_at'),
    /** When the case was: the cases that a queue has work in come newest first from the index alone. */
    caseOpenedAt: text('case_opened_at').notNull().default(''),
  },
  (t) => [
    uniqueIndex('tasks_by_id').on(t.id),
    index('tasks_by_case').on(t.caseId),
    index('tasks_by_queue').on(t.queue, t.caseOpenedAt, t.caseId).where(sql`closed_at is null`),
  ],
);
