import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Actor } from '../../src/domain/actor.ts';
import type { Offer } from '../../src/domain/offer.ts';
import { ofCase } from './cases.ts';
import { audience, row } from './columns.ts';

export const messages = sqliteTable(
  'messages',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    by: text('by', { mode: 'json' }).$type<Actor>().notNull(),
    body: text('body').notNull(),
    attachments: text('attachments', { mode: 'json' }).$type<readonly string[]>().notNull(),
    at: text('at').notNull(),
  },
  (t) => [uniqueIndex('messages_by_id').on(t.id), index('messages_by_case').on(t.caseId)],
);

export const offers = sqliteTable(
  'offers',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    offer: text('offer', { mode: 'json' }).$type<Offer>().notNull(),
  },
  (t) => [uniqueIndex('offers_by_id').on(t.id), index('offers_by_case').on(t.caseId)],
);
