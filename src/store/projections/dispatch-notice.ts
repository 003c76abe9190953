import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { documents } from '../../../db/schema/documents.ts';
import { deliveries } from '../../../db/schema/notices.ts';
import { outbox, outboxWaits } from '../../../db/schema/outbox.ts';
import type { Decision } from '../../domain/decision.ts';
import type { DocumentIssued, NoticeSent } from '../../domain/fact.ts';
import { type NewRow, preparedInsert } from '../database/prepared-insert.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { effectsOfNotice } from './effects-of-notice.ts';
import { goesByMail } from './goes-by-mail.ts';

/** Queues what a decision sets off in the world, with stable keys: `<case>/<notice>/<channel>`, `<case>/<document>/document`. */
export function dispatcher(db: Drizzle) {
  const insertDelivery = preparedInsert(db, deliveries);
  const insertEffect = preparedInsert(db, outbox);
  const insertWait = preparedInsert(db, outboxWaits);
  const madeDocument = db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.id, sql.placeholder('id')), isNotNull(documents.sha256)))
    .prepare();

  return {
    /** In the portal it is as soon as it is committed; otherwise once the documents that go with it are made. */
    notice(fact: NoticeSent, decision: Decision): void {
      for (const channel of fact.channels) insertDelivery(firstDelivery(fact, channel, decision.entry.at));
      for (const effect of effectsOfNotice(fact)) queue(fact, effect, decision);
    },
    document({ id }: DocumentIssued, decision: Decision): void {
      insertEffect(effectOf(decision, { key: `${decision.next.id}/${id}/document`, kind: 'document', subject: id }));
    },
  };

  function queue(fact: NoticeSent, { channel, kind }: EffectOfNotice, decision: Decision): void {
    const key = `${decision.next.id}/${fact.id}/${channel}`;
    // A text message brings no documents, and waits for none.
    const unmade = kind === 'sms' ? [] : fact.attach.filter((id) => !madeDocument.get({ id }));
    const status = unmade.length > 0 ? 'blocked' : 'waiting';
    const payload = { notice: fact.notice, to: fact.to };
    insertEffect(effectOf(decision, { key, kind, subject: fact.id, status, payload }));
    for (const document of unmade) insertWait({ document, key });
  }
}

type EffectOfNotice = ReturnType<typeof effectsOfNotice>[number];

function firstDelivery(fact: NoticeSent, channel: string, at: string): NewRow<typeof deliveries> {
  const row = { ...UNKNOWN, noticeId: fact.id, channel, attempts: 0 };
  if (channel === 'portal') return { ...row, status: 'sent', attempts: 1, lastAttemptAt: at };
  return channel !== 'email' || goesByMail(fact)
    ? { ...row, status: 'queued' }
    : { ...row, status: 'failed', response: 'no address is known' };
}

const UNKNOWN = {
  lastAttemptAt: null,
  response: null,
  messageId: null,
  arrivedAt: null,
  postedOn: null,
  tracking: null,
  sha256: null,
};

type Effect = NewRow<typeof outbox>;

function effectOf(
  { entry, next }: Decision,
  effect: Pick<Effect, 'key' | 'kind' | 'subject'> & Partial<Effect>,
): Effect {
  return {
    caseId: next.id,
    payload: null,
    status: 'waiting',
    attempts: 0,
    notBefore: entry.at,
    readyAt: entry.at,
    lastAttemptAt: null,
    rendered: null,
    messageId: null,
    response: null,
    endedAt: null,
    ...effect,
  };
}
