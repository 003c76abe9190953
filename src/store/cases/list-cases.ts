import { and, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { type SQLiteColumn, union } from 'drizzle-orm/sqlite-core';
import { assignments, cases, participants } from '../../../db/schema/cases.ts';
import { tasks } from '../../../db/schema/tasks.ts';
import { readCursor, writeCursor } from '../../app/cursor.ts';
import type { CaseFilter, RegistryReads } from '../../app/ports/registry.ts';
import type { CaseRow } from '../../app/ports/rows.ts';
import type { CaseScope } from '../../domain/access/case-scope.ts';
import { emailKey } from '../../domain/email-key.ts';
import { pageLimit } from '../database/page-limit.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { searchWords } from './search-words.ts';

type Keys = { readonly openedAt: string; readonly id: string };
type KeyStatement = { all(values: Record<string, unknown>): Keys[] };

/** Sorts after every instant and id. */
const AFTER_EVERYTHING = ['~', '~'] as const;
const given = sql.placeholder;

/**
 * Lists of cases, newest first. A page is found in two steps: its keys (instant of opening and id), walked in the order
 * of an index that fits the scope; then the rows of those few. One statement is kept for each shape of question.
 */
export function caseLists(db: Drizzle): Pick<RegistryReads, 'cases' | 'caseRow' | 'caseIds'> {
  const statements = new Map<string, KeyStatement>();
  const rows = rowStatements(db);

  return {
    cases(scope, filter, page) {
      if (scope.kind === 'none') return { items: [], next: null };
      const words = searchWords(filter.q);
      const limit = pageLimit(page.limit);
      const [beforeAt, beforeId] = readCursor(page.cursor, 2) ?? AFTER_EVERYTHING;
      const person = scope.kind === 'participant' ? { emailKey: emailKey(scope.email) } : {};
      const keys = statementFor(scope, { ...filter, q: words }).all({
        ...filter,
        ...person,
        ...workValues(filter),
        userId: scope.userId,
        words,
        beforeAt,
        beforeId,
        limit: limit + 1,
      });
      return { items: rowsOf(keys.slice(0, limit)), next: keys.length > limit ? cursorAfter(keys[limit - 1]) : null };
    },
    caseRow: (caseId) => rows.byId.get({ id: caseId }),
    caseIds: (after, limit) => rows.ids.all({ after, limit }).map(({ id }) => id),
  };

  function statementFor(scope: Exclude<CaseScope, { kind: 'none' }>, filter: CaseFilter): KeyStatement {
    const asked = FILTERS.filter((name) => filter[name] !== undefined);
    const shape = [scope.kind, ...asked].join(' ');
    const known = statements.get(shape) ?? prepareKeys(db, scope.kind, new Set(asked));
    statements.set(shape, known);
    return known;
  }

  function rowsOf(keys: readonly Keys[]): CaseRow[] {
    if (keys.length === 0) return [];
    return rows.byIds.all({ ids: JSON.stringify(keys.map(({ id }) => id)) });
  }
}

const FILTERS = ['stage', 'status', 'assignee', 'overdueAt', 'inTimeAt', 'work', 'q'] as const;
type Asked = ReadonlySet<(typeof FILTERS)[number]>;

function cursorAfter(last: Keys | undefined): string | null {
  return last ? writeCursor(last.openedAt, last.id) : null;
}

function prepareKeys(db: Drizzle, scope: 'participant' | 'staff', asked: Asked): KeyStatement {
  if (asked.has('work')) return keysOfWork(db, asked);
  if (scope === 'participant') return keysOfParticipant(db, asked);
  return asked.has('assignee') ? keysOfAssignee(db, asked) : keysOfAll(db, asked);
}

/** A user's cases: those bound to them and those open to their address, merged in order. */
function keysOfParticipant(db: Drizzle, asked: Asked): KeyStatement {
  const { openedAt, caseId } = participants;
  const of = (person: SQL) =>
    db
      .select({ openedAt, id: caseId })
      .from(participants)
      .innerJoin(cases, eq(cases.id, caseId))
      .where(
        and(person, before(openedAt, caseId), ...conditions(asked), asked.has('assignee') ? isAssigned : undefined),
      );
  return union(of(eq(participants.userId, given('userId'))), of(eq(participants.emailKey, given('emailKey'))))
    .orderBy(sql`1 desc`, sql`2 desc`)
    .limit(given('limit'))
    .prepare();
}

function keysOfAssignee(db: Drizzle, asked: Asked): KeyStatement {
  const { openedAt, caseId } = assignments;
  return db
    .selectDistinct({ openedAt, id: caseId })
    .from(assignments)
    .innerJoin(cases, eq(cases.id, caseId))
    .where(
      and(
        eq(assignments.userId, given('assignee')),
        isNull(assignments.endedAt),
        before(openedAt, caseId),
        hasNoConflict,
        ...conditions(asked),
      ),
    )
    .orderBy(desc(openedAt), desc(caseId))
    .limit(given('limit'))
    .prepare();
}

const REGISTRY = 'registrar';

function workValues({ work }: CaseFilter): Readonly<Record<string, unknown>> {
  if (!work) return {};
  const { userId, queues, withoutTasks } = work;
  return {
    workerId: userId,
    isOfRegistry: queues.includes(REGISTRY) ? 1 : 0,
    queues: JSON.stringify(queues),
    withoutTasks: JSON.stringify(withoutTasks),
  };
}

/** What lies in the queue of the registry, and what waits for someone in the cases that were given to them, merged in order. */
function keysOfWork(db: Drizzle, asked: Asked): KeyStatement {
  const more = [hasNoConflict, ...conditions(asked), ...(asked.has('assignee') ? [isAssigned] : [])];
  const isTold = sql`${tasks.task} not in (select value from json_each(${given('withoutTasks')}))`;
  const inRegistry = db
    .select({ openedAt: tasks.caseOpenedAt, id: tasks.caseId })
    .from(tasks)
    .innerJoin(cases, eq(cases.id, tasks.caseId))
    .where(
      and(
        sql`${given('isOfRegistry')} = 1`,
        eq(tasks.queue, sql.raw(`'${REGISTRY}'`)),
        isNull(tasks.closedAt),
        before(tasks.caseOpenedAt, tasks.caseId),
        isTold,
        ...more,
      ),
    );
  const { openedAt, caseId } = assignments;
  const ofTheirs = db
    .select({ openedAt, id: caseId })
    .from(assignments)
    .innerJoin(cases, eq(cases.id, caseId))
    .where(
      and(
        eq(assignments.userId, given('workerId')),
        isNull(assignments.endedAt),
        before(openedAt, caseId),
        sql`${assignments.role} in (select value from json_each(${given('queues')}))`,
        sql`exists (select 1 from ${tasks} where ${tasks.caseId} = ${caseId} and ${tasks.queue} = ${assignments.role} and ${tasks.closedAt} is null and ${isTold})`,
        ...more,
      ),
    );
  return union(inRegistry, ofTheirs).orderBy(sql`1 desc`, sql`2 desc`).limit(given('limit')).prepare();
}

function keysOfAll(db: Drizzle, asked: Asked): KeyStatement {
  return db
    .select({ openedAt: cases.openedAt, id: cases.id })
    .from(cases)
    .where(and(before(cases.openedAt, cases.id), hasNoConflict, ...conditions(asked)))
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(given('limit'))
    .prepare();
}

function before(openedAt: SQLiteColumn, id: SQLiteColumn): SQL {
  return sql`(${openedAt}, ${id}) < (${given('beforeAt')}, ${given('beforeId')})`;
}

function conditions(asked: Asked): SQL[] {
  return [
    ...(asked.has('stage') ? [eq(cases.stage, given('stage'))] : []),
    ...(asked.has('status') ? [eq(cases.status, given('status'))] : []),
    ...(asked.has('overdueAt') ? [lt(cases.dueBy, given('overdueAt'))] : []),
    ...(asked.has('inTimeAt') ? [sql`ifnull(${cases.dueBy} >= ${given('inTimeAt')}, true)`] : []),
    ...(asked.has('q')
      ? [sql`${cases.row} in (select rowid from case_search where case_search match ${given('words')})`]
      : []),
  ];
}

const hasNoConflict = sql`not exists (select 1 from conflicts where conflicts.case_id = ${cases.id} and conflicts.user_id = ${given('userId')})`;
const isAssigned = sql`exists (select 1 from assignments where assignments.case_id = ${cases.id} and assignments.user_id = ${given('assignee')} and assignments.ended_at is null)`;

function rowStatements(db: Drizzle) {
  const shown = {
    id: cases.id,
    reference: cases.reference,
    workflowId: cases.workflowId,
    workflowVersion: cases.workflowVersion,
    stage: cases.stage,
    state: cases.state,
    status: cases.status,
    outcome: cases.outcome,
    openVersion: cases.openVersion,
    version: cases.version,
    openedAt: cases.openedAt,
    closedAt: cases.closedAt,
    dueBy: cases.dueBy,
  };
  return {
    byId: db
      .select(shown)
      .from(cases)
      .where(eq(cases.id, given('id')))
      .prepare(),
    byIds: db
      .select(shown)
      .from(cases)
      .where(sql`${cases.id} in (select value from json_each(${given('ids')}))`)
      .orderBy(desc(cases.openedAt), desc(cases.id))
      .prepare(),
    ids: db
      .select({ id: cases.id })
      .from(cases)
      .where(gt(cases.id, given('after')))
      .orderBy(cases.id)
      .limit(given('limit'))
      .prepare(),
  };
}
