import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { documents } from '../../db/schema/documents.ts';
import { notices } from '../../db/schema/notices.ts';
import { outbox, outboxWaits } from '../../db/schema/outbox.ts';
import type { RegistryTransaction } from '../app/ports/registry.ts';
import { documentRead } from './cases/document-read.ts';
import { noticeReader } from './cases/notice-reader.ts';
import { preparedInsert } from './database/prepared-insert.ts';
import type { Drizzle } from './database/registry-database.ts';

type Documents =
  | 'document'
  | 'uploaded'
  | 'insertUpload'
  | 'setFiling'
  | 'recordBlob'
  | 'endQuarantine'
  | 'notice'
  | 'markNoticeRead';

/** Documents and notices by id. */
export function documentStore(db: Drizzle): Pick<RegistryTransaction, Documents> {
  const find = documentQueries(db);
  const insert = preparedInsert(db, documents);
  const withDeliveries = noticeReader(db);
  const update = documentUpdates(db);

  return {
    document(documentId) {
      const stored = find.document.get({ id: documentId });
      return stored && documentRead(stored);
    },
    uploaded(caseId, party) {
      const { filesOff = 0, bytesOff = 0, ...kept } = find.uploaded.get({ caseId, party }) ?? { files: 0, bytes: 0 };
      return { ...kept, takenOff: { files: filesOff, bytes: bytesOff } };
    },
    insertUpload: insert,
    setFiling: (documentId, filing) => void update.filing.run({ id: documentId, filing }),
    endQuarantine: (documentId, found) => void update[found].run({ id: documentId }),
    recordBlob(documentId, { sha256, size }) {
      update.blob.run({ id: documentId, sha256, size });
      for (const { key } of update.arrived.all({ document: documentId })) {
        if (!find.wait.get({ key })) update.unblock.run({ key });
      }
    },
    notice(noticeId) {
      const stored = find.notice.get({ id: noticeId });
      return stored && withDeliveries([stored])[0];
    },
    markNoticeRead: (noticeId, at) => void update.read.run({ id: noticeId, at }),
  };
}

function documentQueries(db: Drizzle) {
  return {
    document: db
      .select()
      .from(documents)
      .where(eq(documents.id, sql.placeholder('id')))
      .prepare(),
    uploaded: db
      .select({
        files: sql<number>`count(*) filter (where ${documents.filing} is not 'takenOff')`,
        bytes: sql<number>`coalesce(sum(${documents.size}) filter (where ${documents.filing} is not 'takenOff'), 0)`,
        filesOff: sql<number>`count(*) filter (where ${documents.filing} is 'takenOff')`,
        bytesOff: sql<number>`coalesce(sum(${documents.size}) filter (where ${documents.filing} is 'takenOff'), 0)`,
      })
      .from(documents)
      .where(
        and(
          eq(documents.caseId, sql.placeholder('caseId')),
          eq(documents.origin, 'uploaded'),
          sql`${documents.party} is ${sql.placeholder('party')}`,
        ),
      )
      .prepare(),
    notice: db
      .select()
      .from(notices)
      .where(eq(notices.id, sql.placeholder('id')))
      .prepare(),
    wait: db
      .select({ document: outboxWaits.document })
      .from(outboxWaits)
      .where(eq(outboxWaits.key, sql.placeholder('key')))
      .limit(1)
      .prepare(),
  };
}

function documentUpdates(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  return {
    blob: db
      .update(documents)
      .set({ sha256: given('sha256'), size: given('size') })
      .where(eq(documents.id, sql.placeholder('id')))
      .prepare(),
    filing: db
      .update(documents)
      .set({ filing: given('filing') })
      .where(and(eq(documents.id, sql.placeholder('id')), inArray(documents.filing, ['waiting', 'takenOff'])))
      .prepare(),
    clean: db
      .update(documents)
      .set({ quarantine: null, heldFor: null })
      .where(eq(documents.id, sql.placeholder('id')))
      .prepare(),
    infected: db
      .update(documents)
      .set({ quarantine: 'infected' })
      .where(eq(documents.id, sql.placeholder('id')))
      .prepare(),
    /** The mails that waited for a document wait for it no longer. */
    arrived: db
      .delete(outboxWaits)
      .where(eq(outboxWaits.document, sql.placeholder('document')))
      .returning({ key: outboxWaits.key })
      .prepare(),
    unblock: db
      .update(outbox)
      .set({ status: 'waiting' })
      .where(and(eq(outbox.key, sql.placeholder('key')), eq(outbox.status, 'blocked')))
      .prepare(),
    read: db
      .update(notices)
      .set({ readAt: given('at') })
      .where(and(eq(notices.id, sql.placeholder('id')), isNull(notices.readAt)))
      .prepare(),
  };
}
