import { sql } from 'drizzle-orm/sql';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ofCase } from './cases.ts';
import { audience, row } from './columns.ts';
import type { Recorded } from './recorded.ts';

export const notices = sqliteTable(
  'notices',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    sentAt: text('sent_at').notNull(),
    readAt: text('read_at'),
    notice: text('notice', { mode: 'json' }).$type<Recorded<'NoticeSent'>>().notNull(),
  },
  (t) => [uniqueIndex('notices_by_id').on(t.id), index('notices_by_case').on(t.caseId)],
);

export const deliveries = sqliteTable(
  'deliveries',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    channel: text('channel').notNull(),
    /** `ready`: a letter that waits to be posted. `delivered`: it is known to have arrived. */
    status: text('status', { enum: ['queued', 'sending', 'ready', 'sent', 'delivered', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull(),
    lastAttemptAt: text('last_attempt_at'),
    response: text('response'),
    messageId: text('message_id'),
    /** When it is known to have arrived. */
    arrivedAt: text('arrived_at'),
    /** Of a letter: the local date, the carrier's number, and what was printed. */
    postedOn: text('posted_on'),
    tracking: text('tracking'),
    sha256: text('sha256'),
  },
  (t) => [
    primaryKey({ columns: [t.noticeId, t.channel] }),
    index('deliveries_to_post')
      .on(t.noticeId)
      .where(sql`channel = 'letter' and status in ('queued', 'sending', 'ready')`),
  ],
);
