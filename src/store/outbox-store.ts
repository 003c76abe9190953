import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { deliveries, notices } from '../../db/schema/notices.ts';
import { outbox } from '../../db/schema/outbox.ts';
import type { OutboxReads, OutboxRow, OutboxWrites } from '../app/ports/outbox.ts';
import { pageLimit } from './database/page-limit.ts';
import { preparedInsert } from './database/prepared-insert.ts';
import type { Drizzle } from './database/registry-database.ts';
import { letterStore } from './letter-store.ts';

/** Effects that wait to happen, under leases; what is known of a mail is written on its notice's delivery as well. */
export function outboxStore(db: Drizzle): OutboxReads & OutboxWrites {
  const letters = letterStore(db);
  const find = outboxQueries(db);
  const update = outboxUpdates(db);
  const insert = preparedInsert(db, outbox);
  const deliver = deliveryUpdate(db);

  return {
    ...letters,
    outboxReady: (at, limit) => find.ready.all({ at, limit }),
    outboxMail: (limit) => find.mail.all({ limit: pageLimit(limit) }),
    deadLetters: (limit) => find.dead.all({ limit: pageLimit(limit) }).map(deadLetter),
    enqueue(row) {
      if (!find.byKey.get({ key: row.key })) insert({ ...NEW_EFFECT, ...row, readyAt: row.notBefore });
    },
    lease(at, until, limit) {
      return find.ready.all({ at, limit }).map((row) => {
        const attempts = row.attempts + 1;
        update.lease.run({ key: row.key, at, until });
        deliver(row, { status: 'sending', attempts, lastAttemptAt: at });
        return { ...row, attempts };
      });
    },
    keepRendered(key, rendered, messageId) {
      update.render.run({ key, rendered, messageId });
      deliver(find.byKey.get({ key }), { messageId });
    },
    rendered(key) {
      const { rendered, messageId } = find.byKey.get({ key }) ?? {};
      return rendered && messageId ? { rendered, messageId } : undefined;
    },
    finish(key, at, response) {
      update.end.run({ key, status: 'done', at, response });
      const done = find.byKey.get({ key });
      // A letter is sent when somebody has posted it.
      if (done?.kind !== 'letter') deliver(done, { status: 'sent', response });
    },
    postpone(key, notBefore, response) {
      update.postpone.run({ key, notBefore, response });
      deliver(find.byKey.get({ key }), { status: 'queued', response });
    },
    hold(key, notBefore, response) {
      update.hold.run({ key, notBefore, response });
      deliver(find.byKey.get({ key }), { status: 'queued', response });
    },
    releaseLeases: () => void update.release.run(),
    bury(key, at, reason) {
      update.end.run({ key, status: 'dead', at, response: reason });
      deliver(find.byKey.get({ key }), { status: 'failed', response: reason });
    },
  };
}

const NEW_EFFECT = {
  status: 'waiting',
  attempts: 0,
  lastAttemptAt: null,
  rendered: null,
  messageId: null,
  response: null,
  endedAt: null,
} as const;

const EFFECT = {
  key: outbox.key,
  kind: outbox.kind,
  caseId: outbox.caseId,
  subject: outbox.subject,
  payload: outbox.payload,
  attempts: outbox.attempts,
  notBefore: outbox.notBefore,
};

function outboxQueries(db: Drizzle) {
  const limit = sql.placeholder('limit');
  return {
    ready: db
      .select(EFFECT)
      .from(outbox)
      .where(and(eq(outbox.status, sql`'waiting'`), lte(outbox.readyAt, sql.placeholder('at'))))
      .orderBy(outbox.readyAt)
      .limit(limit)
      .prepare(),
    byKey: db
      .select({ ...EFFECT, rendered: outbox.rendered, messageId: outbox.messageId })
      .from(outbox)
      .where(eq(outbox.key, sql.placeholder('key')))
      .prepare(),
    mail: db
      .select({
        key: outbox.key,
        status: sql<string>`case ${outbox.status} when 'done' then 'sent' when 'dead' then 'failed' when 'blocked' then 'queued' else iif(${outbox.readyAt} = ${outbox.notBefore}, 'queued', 'sending') end`,
        rendered: outbox.rendered,
        notBefore: outbox.notBefore,
        sentAt: notices.sentAt,
        subject: outbox.subject,
      })
      .from(outbox)
      .leftJoin(notices, eq(notices.id, outbox.subject))
      .where(and(sql`${outbox.row} > 0`, sql`${outbox.kind} in ('mail', 'signInCode', 'formLink', 'codeAsked', 'sms')`))
      .orderBy(desc(outbox.row))
      .limit(limit)
      .prepare(),
    dead: db
      .select({ ...EFFECT, failedAt: outbox.endedAt, reason: outbox.response })
      .from(outbox)
      .where(and(eq(outbox.status, sql`'dead'`), sql`${outbox.endedAt} > ''`))
      .orderBy(desc(outbox.endedAt))
      .limit(limit)
      .prepare(),
  };
}

function outboxUpdates(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  const ofKey = eq(outbox.key, sql.placeholder('key'));
  return {
    lease: db
      .update(outbox)
      .set({ readyAt: given('until'), lastAttemptAt: given('at'), attempts: sql`${outbox.attempts} + 1` })
      .where(ofKey)
      .prepare(),
    render: db
      .update(outbox)
      .set({ rendered: given('rendered'), messageId: given('messageId') })
      .where(ofKey)
      .prepare(),
    postpone: db
      .update(outbox)
      .set({ notBefore: given('notBefore'), readyAt: given('notBefore'), response: given('response') })
      .where(ofKey)
      .prepare(),
    hold: db
      .update(outbox)
      .set({
        notBefore: given('notBefore'),
        readyAt: given('notBefore'),
        response: given('response'),
        attempts: sql`max(0, ${outbox.attempts} - 1)`,
      })
      .where(ofKey)
      .prepare(),
    release: db
      .update(outbox)
      .set({ readyAt: sql`${outbox.notBefore}` })
      .where(and(eq(outbox.status, sql`'waiting'`), sql`${outbox.readyAt} <> ${outbox.notBefore}`))
      .prepare(),
    end: db
      .update(outbox)
      .set({
        status: given('status'),
        endedAt: given('at'),
        response: given('response'),
        // A sign-in code, or what a stranger told the registry, stands here for as long as its mail waits, and no longer.
        payload: sql`iif(${outbox.kind} in ('signInCode', 'codeAsked'), '{}', ${outbox.payload})`,
        rendered: sql`iif(${outbox.kind} = 'signInCode', null, ${outbox.rendered})`,
      })
      .where(ofKey)
      .prepare(),
  };
}

type Progress = Partial<
  Pick<typeof deliveries.$inferSelect, 'status' | 'attempts' | 'lastAttemptAt' | 'response' | 'messageId'>
>;

/** Writes on the delivery of a notice what is new; the rest stays. */
function deliveryUpdate(db: Drizzle) {
  const changed = (name: keyof Progress) => sql`coalesce(${sql.placeholder(name)}, ${deliveries[name]})`;
  const channels: { readonly [K in OutboxRow['kind']]?: string } = { mail: 'email', sms: 'sms', letter: 'letter' };
  const statement = db
    .update(deliveries)
    .set({
      status: changed('status'),
      attempts: changed('attempts'),
      lastAttemptAt: changed('lastAttemptAt'),
      response: changed('response'),
      messageId: changed('messageId'),
    })
    .where(and(eq(deliveries.noticeId, sql.placeholder('notice')), eq(deliveries.channel, sql.placeholder('channel'))))
    .prepare();
  const unchanged = { status: null, attempts: null, lastAttemptAt: null, response: null, messageId: null };

  return (effect: Pick<OutboxRow, 'kind' | 'subject'> | undefined, progress: Progress): void => {
    const channel = effect && channels[effect.kind];
    if (channel) statement.run({ ...unchanged, ...progress, notice: effect.subject, channel });
  };
}

function deadLetter({
  failedAt,
  reason,
  ...row
}: OutboxRow & { readonly failedAt: string | null; readonly reason: string | null }) {
  return { ...row, failedAt: failedAt ?? '', reason: reason ?? '' };
}
