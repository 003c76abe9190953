import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { cases, decisions } from '../../db/schema.ts';
import { decisionSearch } from '../../db/search.ts';
import { readCursor, writeCursor } from '../app/cursor.ts';
import type { RegistryReads } from '../app/ports/registry.ts';
import type { PublicDecision } from '../app/ports/rows.ts';
import type { Decision } from '../domain/decision.ts';
import type { Fact } from '../domain/fact.ts';
import { pageLimit } from './page-limit.ts';
import { preparedInsert } from './prepared-insert.ts';
import type { Drizzle } from './registry-database.ts';
import { searchWords } from './search-words.ts';

/** The public register of decisions: only what was published, with its own search index. */
export function registerReads(db: Drizzle): Pick<RegistryReads, 'publishedDecision' | 'publishedDecisions'> {
  const statements = { all: pageOfDecisions(db, false), found: pageOfDecisions(db, true) };
  const one = published(db)
    .where(and(isNotNull(decisions.publishedAt), eq(decisions.id, sql.placeholder('id'))))
    .prepare();
  return {
    publishedDecision(id) {
      const row = one.get({ id });
      return row && publicDecision(row);
    },
    publishedDecisions(q, page) {
      const words = searchWords(q);
      const limit = pageLimit(page.limit);
      const [at, id] = readCursor(page.cursor, 2) ?? AFTER_EVERYTHING;
      const rows = (words === undefined ? statements.all : statements.found).all({ words, at, id, limit: limit + 1 });
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(publicDecision),
        next: rows.length > limit && last ? writeCursor(last.publishedAt ?? '', last.id) : null,
      };
    },
  };
}

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
      standing: decisions.standing,
      standingAt: decisions.standingAt,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId));
}

function pageOfDecisions(db: Drizzle, withWords: boolean) {
  return published(db)
    .where(
      and(
        isNotNull(decisions.publishedAt),
        sql`(${decisions.publishedAt}, ${decisions.id}) < (${sql.placeholder('at')}, ${sql.placeholder('id')})`,
        withWords
          ? sql`${decisions.row} in (select rowid from decision_search where decision_search match ${sql.placeholder('words')})`
          : undefined,
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
    standing: row.standing,
    standingAt: row.standingAt,
  };
}

/** Puts a decision into the register: for the fact `DecisionPublished`. */
export function registerWriter(db: Drizzle) {
  const publish = db
    .update(decisions)
    .set({
      publishedTitle: sql`${sql.placeholder('title')}`,
      publishedSummary: sql`${sql.placeholder('summary')}`,
      publishedAt: sql`${sql.placeholder('at')}`,
    })
    .where(eq(decisions.id, sql.placeholder('id')))
    .returning({ row: decisions.row })
    .prepare();
  const unindex = db
    .delete(decisionSearch)
    .where(eq(decisionSearch.rowid, sql.placeholder('rowid')))
    .prepare();
  const index = preparedInsert(db, decisionSearch);

  return (fact: Extract<Fact, { kind: 'DecisionPublished' }>, { entry, next }: Decision): void => {
    const { decision: id, title, summary } = fact;
    const published = publish.get({ id, title, summary, at: entry.at });
    if (!published) throw new Error(`Decision ${id} was published and never issued; its case cannot be replayed`);
    unindex.run({ rowid: published.row });
    index({ rowid: published.row, reference: next.reference, title, summary });
  };
}
