import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ofCase } from './cases.ts';
import { row } from './columns.ts';
import type { Recorded } from './recorded.ts';

export const fees = sqliteTable(
  'fees',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    movement: text('movement', { mode: 'json' }).$type<Recorded<'FeeMoved'>>().notNull(),
  },
  (t) => [uniqueIndex('fees_by_id').on(t.id), index('fees_by_case').on(t.caseId)],
);
