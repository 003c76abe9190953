import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { assignments, referenceCounters } from '../../db/schema/cases.ts';
import { idempotency } from '../../db/schema/requests.ts';
import { audit, counters, settings } from '../../db/schema/tribunal.ts';
import type { RegistryTransaction } from '../app/ports/registry.ts';
import { SHARED_SETTINGS } from '../app/registries/shared-settings.ts';
import { boundStatement } from './database/bound-statement.ts';
import { preparedInsert } from './database/prepared-insert.ts';
import type { Drizzle } from './database/registry-database.ts';
import { sharedCounter } from './shared-counter.ts';

type Kept =
  | 'setting'
  | 'putSetting'
  | 'sharedRevision'
  | 'audit'
  | 'counts'
  | 'caseload'
  | 'nextReference'
  | 'takeReference'
  | 'idempotent'
  | 'rememberIdempotent';

/** What the registry keeps beside its cases: settings, the audit trail, counters, workloads, answers already given. */
export function tribunalStore(db: Drizzle): Pick<RegistryTransaction, Kept> {
  const find = tribunalQueries(db);
  const appendAudit = preparedInsert(db, audit);
  const remember = preparedInsert(db, idempotency);
  const countShared = sharedCounter(db);
  const putSetting = db
    .insert(settings)
    .values({ name: sql.placeholder('name'), value: sql.placeholder('value') })
    .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value` } })
    .prepare();
  const countReference = db
    .insert(referenceCounters)
    .values({ prefix: sql.placeholder('prefix'), year: sql.placeholder('year'), last: 1 })
    .onConflictDoUpdate({
      target: [referenceCounters.prefix, referenceCounters.year],
      set: { last: sql`${referenceCounters.last} + 1` },
    })
    .prepare();

  return {
    setting: (name) => find.setting.get({ name })?.value,
    putSetting(name, value) {
      putSetting.run({ name, value });
      if (SHARED_SETTINGS.includes(name)) countShared();
    },
    sharedRevision: () => find.sharedRevision.get()?.count ?? 0,
    audit: appendAudit,
    counts() {
      const counted = Object.fromEntries(find.counters.all().map(({ name, count }) => [name, count]));
      return { cases: 0, openCases: 0, pendingDeadlines: 0, outbox: 0, deadLetters: 0, ...counted };
    },
    caseload: (role) => new Map(find.caseload.all({ role }).map(({ userId, cases }) => [userId, cases])),
    nextReference(prefix, year) {
      const { last } = find.reference.get({ prefix, year }) ?? { last: 0 };
      return `${prefix}-${year}-${String(last + 1).padStart(6, '0')}`;
    },
    takeReference(prefix, year) {
      countReference.run({ prefix, year });
    },
    idempotent(scope, key) {
      const found = find.answer.get({ scope, key }) as [string, number, string] | undefined;
      return found && { requestHash: found[0], status: found[1], body: found[2] };
    },
    rememberIdempotent: (scope, key, { requestHash, status, body, at }) =>
      remember({ scope, key, requestHash, status, body, at }),
  };
}

function tribunalQueries(db: Drizzle) {
  return {
    setting: db
      .select({ value: settings.value })
      .from(settings)
      .where(eq(settings.name, sql.placeholder('name')))
      .prepare(),
    reference: db
      .select({ last: referenceCounters.last })
      .from(referenceCounters)
      .where(
        and(
          eq(referenceCounters.prefix, sql.placeholder('prefix')),
          eq(referenceCounters.year, sql.placeholder('year')),
        ),
      )
      .prepare(),
    counters: db.select().from(counters).where(ne(counters.name, 'shared')).prepare(),
    sharedRevision: db.select({ count: counters.count }).from(counters).where(eq(counters.name, 'shared')).prepare(),
    caseload: db
      .select({ userId: assignments.userId, cases: sql<number>`count(distinct ${assignments.caseId})` })
      .from(assignments)
      .where(
        and(
          eq(assignments.role, sql.placeholder('role')),
          isNull(assignments.endedAt),
          eq(assignments.caseStatus, sql`'open'`),
        ),
      )
      .groupBy(assignments.userId)
      .prepare(),
    answer: boundStatement(
      db,
      db
        .select({ requestHash: idempotency.requestHash, status: idempotency.status, body: idempotency.body })
        .from(idempotency)
        .where(and(eq(idempotency.scope, sql.placeholder('scope')), eq(idempotency.key, sql.placeholder('key')))),
    ),
  };
}
