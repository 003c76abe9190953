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
import { cases } from './cases.ts';
import { row } from './columns.ts';

export const outbox = sqliteTable(
  'outbox',
  {
    row: row(),
    key: text('key').notNull(),
    kind: text('kind', {
      enum: ['mail', 'document', 'scan', 'signInCode', 'formLink', 'codeAsked', 'sms', 'letter'],
    }).notNull(),
    caseId: text('case_id').references((): AnySQLiteColumn => cases.id),
    subject: text('subject').notNull(),
    payload: text('payload', { mode: 'json' }).$type<unknown>(),
    /** `blocked`: a mail whose documents are not made yet; `waiting`: from `readyAt` on, under a lease or not. */
    status: text('status', { enum: ['blocked', 'waiting', 'done', 'dead'] }).notNull(),
    attempts: integer('attempts').notNull(),
    notBefore: text('not_before').notNull(),
    /** `notBefore`, or the end of the lease under which someone is at it. */
    readyAt: text('ready_at').notNull(),
    lastAttemptAt: text('last_attempt_at'),
    rendered: text('rendered'),
    messageId: text('message_id'),
    response: text('response'),
    endedAt: text('ended_at'),
  },
  (t) => [
    uniqueIndex('outbox_by_key').on(t.key),
    index('outbox_pending').on(t.readyAt).where(sql`status = 'waiting'`),
    index('outbox_dead').on(t.endedAt).where(sql`status = 'dead'`),
  ],
);

/** Which documents a blocked mail still waits for. */
export const outboxWaits = sqliteTable(
  'outbox_waits',
  { document: text('document').notNull(), key: text('key').notNull() },
  (t) => [primaryKey({ columns: [t.document, t.key] }), index('outbox_waits_by_key').on(t.key)],
);
