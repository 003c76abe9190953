import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { cases } from '../../db/schema/cases.ts';
import { decisions } from '../../db/schema/decisions.ts';
import { decisionSearch } from '../../db/search.ts';
import { readCursor, writeCursor } from '../app/cursor.ts';
import type { RegisterSearch } from '../app/ports/register-search.ts';
import type { RegistryReads } from '../app/ports/registry.ts';
import type { PublicDecision } from '../app/ports/rows.ts';
import type { Decision } from '../domain/decision.ts';
import type { Fact } from '../domain/fact.ts';
import { searchWords } from './cases/search-words.ts';
import { pageLimit } from './database/page-limit.ts';
import { preparedInsert } from './database/prepared-insert.ts';
import type { Drizzle } from './database/registry-database.ts';
import { publishedColumns } from './projections/recorded-rows.ts';

/** The public register of decisions: only what was published, with its own search index. */
export function registerReads(db: Drizzle): Pick<RegistryReads, 'publishedDecision' | 'publishedDecisions'> {
  const pages = new Map<string, ReturnType<typeof pageOfDecisions>>();
  const one = published(db)
    .where(and(isNotNull(decisions.publishedAt), eq(decisions.id, sql.placeholder('id'))))
    .prepare();
  return {
    publishedDecision(id) {
      const row = one.get({ id });
      return row && publicDecision(row);
    },
    publishedDecisions(search, page) {
      const words = searchWords(search.q);
      const limit = pageLimit(page.limit);
      const [at, id] = readCursor(page.cursor, 2) ?? AFTER_EVERYTHING;
      const asked = { ...search, q: words };
      const rows = statementFor(asked).all({ ...datesOf(search), ...asked, at, id, limit: limit + 1 });
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(publicDecision),
        next: rows.length > limit && last ? writeCursor(last.publishedAt ?? '', last.id) : null,
      };
    },
  };

  /** One statement for each set of filters, prepared when it is first asked for: there are 32 at most. */
  function statementFor(search: RegisterSearch): ReturnType<typeof pageOfDecisions> {
    const filters = FILTERS.filter((name) => hasFilter(search, name));
    const known = pages.get(filters.join()) ?? pageOfDecisions(db, filters);
    pages.set(filters.join(), known);
    return known;
  }
}

const FILTERS = ['q', 'dates', 'workflow', 'type', 'outcome'] as const;
type Filter = (typeof FILTERS)[number];

function hasFilter(search: RegisterSearch, name: Filter): boolean {
  return name === 'dates' ? search.from !== undefined || search.to !== undefined : search[name] !== undefined;
}

/** The local dates, and instants around them whatever the zone: by these the index is entered. */
function datesOf({ from = '0000-01-01', to = '9999-12-31' }: RegisterSearch) {
  return { from, to, since: beside(from, -2), until: beside(to, 2) };
}

function beside(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  // What is no date, or has no year of four digits, sorts before or after everything.
  const text = Math.abs(time) < 8e15 ? new Date(time).toISOString() : '';
  return /^\d/.test(text) ? text : days < 0 ? '' : '~';
}

const CONDITIONS: { readonly [F in Filter]: () => SQL } = {
  q: () =>
    sql`${decisions.row} in (select rowid from decision_search where decision_search match ${sql.placeholder('q')})`,
  dates: () =>
    sql`${decisions.publishedAt} >= ${sql.placeholder('since')} and ${decisions.publishedAt} <= ${sql.placeholder('until')} and ${decisions.publishedOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
  workflow: () => sql`${cases.workflowId} = ${sql.placeholder('workflow')}`,
  type: () => sql`${decisions.type} = ${sql.placeholder('type')}`,
  outcome: () => sql`${decisions.outcome} = ${sql.placeholder('outcome')}`,
};

/** Sorts after every instant and id. */
const AFTER_EVERYTHING = ['~', '~'] as const;

function published(db: Drizzle) {
  return db
    .select({
      id: decisions.id,
      reference: cases.reference,
      workflow: cases.workflowId,
      at: decisions.at,
      decision: decisions.decision,
      title: decisions.publishedTitle,
      summary: decisions.publishedSummary,
      publishedAt: decisions.publishedAt,
      publishedOn: decisions.publishedOn,
      type: decisions.type,
      outcome: decisions.outcome,
      order: decisions.publicOrder,
      standing: decisions.standing,
      standingAt: decisions.standingAt,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId));
}

function pageOfDecisions(db: Drizzle, filters: readonly Filter[]) {
  return published(db)
    .where(
      and(
        isNotNull(decisions.publishedAt),
        sql`(${decisions.publishedAt}, ${decisions.id}) < (${sql.placeholder('at')}, ${sql.placeholder('id')})`,
        ...filters.map((name) => CONDITIONS[name]()),
      ),
    )
    .orderBy(desc(decisions.publishedAt), desc(decisions.id))
    .limit(sql.placeholder('limit'))
    .prepare();
}

type RegisterRow = ReturnType<ReturnType<typeof pageOfDecisions>['all']>[number];

function publicDecision(row: RegisterRow): PublicDecision {
  return {
    id: row.id,
    reference: row.reference,
    title: row.title ?? '',
    summary: row.summary ?? '',
    decision: row.decision.decision,
    issuedAt: row.at,
    publishedAt: row.publishedAt ?? '',
    workflow: row.workflow,
    publishedOn: row.publishedOn,
    type: row.type,
    outcome: row.outcome,
    order: row.order,
    standing: row.standing,
    standingAt: row.standingAt,
  };
}

/** Puts a decision into the register: for the fact `DecisionPublished`. */
export function registerWriter(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  const publish = db
    .update(decisions)
    .set({
      publishedTitle: given('publishedTitle'),
      publishedSummary: given('publishedSummary'),
      publishedAt: given('publishedAt'),
      publishedOn: given('publishedOn'),
      type: given('type'),
      outcome: given('outcome'),
      publicOrder: sql.placeholder('publicOrder') as never,
    })
    .where(eq(decisions.id, sql.placeholder('id')))
    .returning({ row: decisions.row })
    .prepare();
  const unindex = db
    .delete(decisionSearch)
    .where(eq(decisionSearch.rowid, sql.placeholder('rowid')))
    .prepare();
  const index = preparedInsert(db, decisionSearch);

  return (fact: Extract<Fact, { kind: 'DecisionPublished' }>, decision: Decision): void => {
    const { decision: id, title, summary } = fact;
    const published = publish.get({ id, ...publishedColumns(fact, decision) });
    if (!published) throw new Error(`Decision ${id} was published and never issued; its case cannot be replayed`);
    unindex.run({ rowid: published.row });
    index({ rowid: published.row, reference: decision.next.reference, title, summary });
  };
}
