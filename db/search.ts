import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The full-text tables (FTS5), as queries see them. They are made by hand in the migrations, which drizzle-kit cannot do:
 * so they do not stand in schema.ts. `rowid` is the `row` of the case or decision.
 */
export const caseSearch = sqliteTable('case_search', {
  rowid: integer('rowid').notNull(),
  reference: text('reference').notNull(),
  names: text('names').notNull(),
});

export const decisionSearch = sqliteTable('decision_search', {
  rowid: integer('rowid').notNull(),
  reference: text('reference').notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
});
