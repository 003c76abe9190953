import { and, eq, inArray, sql } from 'drizzle-orm';
import { deliveries, notices } from '../../db/schema/notices.ts';
import { outbox } from '../../db/schema/outbox.ts';
import type { OutboxReads, OutboxWrites } from '../app/ports/outbox.ts';
import { noticeReader } from './cases/notice-reader.ts';
import type { Drizzle } from './database/registry-database.ts';

type Letters = Pick<OutboxReads, 'lettersToPost'> &
  Pick<OutboxWrites, 'recordLetter' | 'remakeLetter' | 'noteDelivery'>;

const given = (name: string) => sql`${sql.placeholder(name)}`;
const isAfter = sql`(${notices.sentAt}, ${notices.id}) > (${given('at')}, ${given('id')})`;
const isLetter = eq(deliveries.channel, sql`'letter'`);

/** Letters on their way to the post, and what is known of how any notice travelled. */
export function letterStore(db: Drizzle): Letters {
  const withDeliveries = noticeReader(db);
  const find = db
    .select({ notice: notices })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(and(isLetter, sql`${deliveries.status} in ('queued', 'sending', 'ready')`, isAfter))
    .orderBy(notices.sentAt, notices.id)
    .limit(sql.placeholder('limit'))
    .prepare();
  const made = db
    .update(deliveries)
    .set({ status: sql`'ready'`, sha256: given('sha256'), response: null })
    .where(and(eq(deliveries.noticeId, sql.placeholder('notice')), isLetter))
    .prepare();
  const note = noteStatement(db);
  const again = remakeStatements(db, eq(deliveries.noticeId, sql.placeholder('notice')));

  return {
    lettersToPost: (limit, [at, id] = ['', '']) =>
      withDeliveries(find.all({ limit, at, id }).map(({ notice }) => notice)),
    recordLetter: (notice, sha256) => void made.run({ notice, sha256 }),
    remakeLetter(notice, at) {
      for (const one of again.find.all({ notice })) again.wait(one.id, at);
    },
    noteDelivery(notice, channel, { status, response, arrivedAt, postedOn, tracking }) {
      const known = { response, arrivedAt, postedOn, tracking };
      const values = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, value ?? null]));
      note.run({ notice, channel, status, ...values });
    },
  };
}

function noteStatement(db: Drizzle) {
  const kept = (name: 'response' | 'arrivedAt' | 'postedOn' | 'tracking') =>
    sql`coalesce(${sql.placeholder(name)}, ${deliveries[name]})`;
  return db
    .update(deliveries)
    .set({
      status: given('status'),
      response: kept('response'),
      arrivedAt: kept('arrivedAt'),
      postedOn: kept('postedOn'),
      tracking: kept('tracking'),
    })
    .where(and(eq(deliveries.noticeId, sql.placeholder('notice')), eq(deliveries.channel, sql.placeholder('channel'))))
    .prepare();
}

/** Has the letters made anew that wait to be posted to a party: what is printed bears the address that is known. */
export function letterRemaker(db: Drizzle): (caseId: string, party: string, at: string) => void {
  const statements = remakeStatements(
    db,
    and(
      eq(deliveries.status, sql`'ready'`),
      inArray(
        deliveries.noticeId,
        db
          .select({ id: notices.id })
          .from(notices)
          .where(
            and(
              eq(notices.caseId, sql.placeholder('caseId')),
              sql`json_extract(${notices.notice}, '$.to.party') = ${sql.placeholder('party')}`,
            ),
          ),
      ),
    ),
  );
  return (caseId, party, at) => {
    for (const { id } of statements.find.all({ caseId, party })) statements.wait(id, at);
  };
}

function remakeStatements(db: Drizzle, which: ReturnType<typeof and>) {
  const queue = db
    .update(deliveries)
    .set({ status: sql`'queued'`, response: null })
    .where(and(eq(deliveries.noticeId, sql.placeholder('notice')), isLetter))
    .prepare();
  const effect = db
    .update(outbox)
    .set({ status: sql`'waiting'`, notBefore: given('at'), readyAt: given('at'), attempts: sql`0`, endedAt: null })
    .where(
      and(
        sql`${outbox.key} = (select ${notices.caseId} || '/' || ${notices.id} || '/letter' from ${notices} where ${notices.id} = ${sql.placeholder('notice')})`,
        sql`${outbox.status} in ('done', 'dead')`,
      ),
    )
    .prepare();
  return {
    find: db.select({ id: deliveries.noticeId }).from(deliveries).where(and(isLetter, which)).prepare(),
    wait(notice: string, at: string) {
      queue.run({ notice });
      effect.run({ notice, at });
    },
  };
}
