import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Texts } from './columns.ts';

/** Immutable by trigger. */
export const workflowVersions = sqliteTable(
  'workflow_versions',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    title: text('title', { mode: 'json' }).$type<Texts>().notNull(),
    sha256: text('sha256').notNull(),
    publishedAt: text('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    approvedBy: text('approved_by'),
    opensFrom: text('opens_from').notNull(),
    json: text('json').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);

export const workflowDrafts = sqliteTable('workflow_drafts', {
  id: text('id').primaryKey(),
  sha256: text('sha256').notNull(),
  savedBy: text('saved_by').notNull(),
  savedAt: text('saved_at').notNull(),
  proposal: text('proposal', { mode: 'json' }).$type<{
    readonly by: string;
    readonly at: string;
    readonly sha256: string;
    readonly opensFrom: string;
  }>(),
  json: text('json').notNull(),
});
