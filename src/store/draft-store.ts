import { and, eq, sql } from 'drizzle-orm';
import { drafts } from '../../db/schema/drafts.ts';
import type { DraftReads, DraftWrites } from '../app/ports/drafts.ts';
import { preparedInsert } from './database/prepared-insert.ts';
import type { Drizzle } from './database/registry-database.ts';

/** Forms that people have begun and not sent. */
export function draftStore(db: Drizzle): DraftReads & DraftWrites {
  const insert = preparedInsert(db, drafts);
  const one = and(
    eq(drafts.userId, sql.placeholder('userId')),
    eq(drafts.caseId, sql.placeholder('caseId')),
    eq(drafts.event, sql.placeholder('event')),
    eq(drafts.party, sql.placeholder('party')),
  );
  const find = db.select().from(drafts).where(one).prepare();
  const ofCase = db
    .select({ event: drafts.event, party: drafts.party })
    .from(drafts)
    .where(and(eq(drafts.userId, sql.placeholder('userId')), eq(drafts.caseId, sql.placeholder('caseId'))))
    .prepare();
  const remove = db.delete(drafts).where(one).prepare();

  const removeAll = db
    .delete(drafts)
    .where(and(eq(drafts.userId, sql.placeholder('userId')), eq(drafts.caseId, sql.placeholder('caseId'))))
    .prepare();

  return {
    draft: (key) => find.get({ ...key }),
    draftsIn: (userId, caseId) => ofCase.all({ userId, caseId }),
    putFormDraft(row) {
      remove.run({ ...row });
      insert(row);
    },
    dropFormDraft: (key) => void remove.run({ ...key }),
    dropDraftsOf: (userId, caseId) => void removeAll.run({ userId, caseId }),
  };
}
