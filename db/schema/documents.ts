import { sql } from 'drizzle-orm/sql';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Audience } from '../../src/domain/audience.ts';
import type { DocumentContent } from '../../src/domain/fact.ts';
import { ofCase } from './cases.ts';
import { audience, row } from './columns.ts';

export const documents = sqliteTable(
  'documents',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    audience: audience(),
    origin: text('origin', { enum: ['issued', 'uploaded'] }).notNull(),
    document: text('document'),
    title: text('title').notNull(),
    filename: text('filename').notNull(),
    mime: text('mime').notNull(),
    size: integer('size'),
    sha256: text('sha256'),
    content: text('content', { mode: 'json' }).$type<DocumentContent>(),
    uploadedBy: text('uploaded_by'),
    party: text('party'),
    /** Of an upload. `takenOff`: by its uploader, before anything was done with it; nobody reads it any more. */
    filing: text('filing', { enum: ['waiting', 'filed', 'takenOff'] }),
    createdAt: text('created_at').notNull(),
    /** `waiting`: nobody could look for viruses yet; `infected`: for good. Nobody opens it. */
    quarantine: text('quarantine', { enum: ['waiting', 'infected'] }),
    /** Who may know of it while it is in quarantine, instead of its audience. */
    heldFor: text('held_for').$type<Audience>(),
  },
  (t) => [
    uniqueIndex('documents_by_id').on(t.id),
    index('documents_by_case').on(t.caseId),
    index('documents_waiting').on(t.createdAt).where(sql`filing = 'waiting'`),
  ],
);
