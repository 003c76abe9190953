import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { row } from './columns.ts';

export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
});

/** Reads of sealed things, and administration. Append-only by trigger. */
export const audit = sqliteTable('audit', {
  row: row(),
  at: text('at').notNull(),
  userId: text('user_id').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
});

/** How many rows there are of what health checks count, kept by triggers so that nobody scans; and the revision of what is shared. */
export const counters = sqliteTable('counters', {
  name: text('name', {
    enum: ['cases', 'openCases', 'pendingDeadlines', 'outbox', 'deadLetters', 'shared'],
  }).primaryKey(),
  count: integer('count').notNull(),
});
