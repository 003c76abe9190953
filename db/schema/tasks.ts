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
  },
  (t) => [uniqueIndex('tasks_by_id').on(t.id), index('tasks_by_case').on(t.caseId)],
);
