import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { row } from './columns.ts';

/** How many requests a bucket (an address, an account) has made in its newest window. */
export const requestCounts = sqliteTable(
  'request_counts',
  {
    bucket: text('bucket').primaryKey(),
    windowStart: text('window_start').notNull(),
    requests: integer('requests').notNull(),
  },
  (t) => [index('request_counts_by_window').on(t.windowStart)],
);

/** Answers kept for `Idempotency-Key`. Rows come in the order of time: the oldest stand first by `row`. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    row: row(),
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('idempotency_by_key').on(t.scope, t.key)],
);
