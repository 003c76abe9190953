import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ofCase } from './cases.ts';
import { ofUser } from './people.ts';

/** What someone has typed into a form and not sent yet, by the names of its controls. */
export const drafts = sqliteTable(
  'drafts',
  {
    userId: ofUser(),
    caseId: ofCase(),
    event: text('event').notNull(),
    /** The party that it is about; empty for the case. */
    party: text('party').notNull(),
    typed: text('typed', { mode: 'json' }).$type<Readonly<Record<string, readonly string[]>>>().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.caseId, t.event, t.party] }), index('drafts_by_age').on(t.savedAt)],
);
