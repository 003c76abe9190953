import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { journal } from '../../../db/schema/cases.ts';
import { deadlines } from '../../../db/schema/deadlines.ts';
import { decisions, orders } from '../../../db/schema/decisions.ts';
import { documents } from '../../../db/schema/documents.ts';
import { fees } from '../../../db/schema/fees.ts';
import { notices } from '../../../db/schema/notices.ts';
import { messages, offers } from '../../../db/schema/talks.ts';
import { tasks } from '../../../db/schema/tasks.ts';
import { readCursor, writeCursor } from '../../app/cursor.ts';
import type { Page, PageRequest } from '../../app/ports/page.ts';
import type { Part, PartRows, RegistryReads } from '../../app/ports/registry.ts';
import type { DeadlineRow, DecisionRow } from '../../app/ports/rows.ts';
import { UnknownCursor } from '../../app/ports/unknown-cursor.ts';
import { shownOrderCode } from '../../app/registries/order-code.ts';
import { registryOf } from '../../app/registry-of.ts';
import type { Audience } from '../../domain/audience.ts';
import { pageLimit } from '../database/page-limit.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { documentRead } from './document-read.ts';
import { journalOfCase } from './journal-of-case.ts';
import { journalRow } from './journal-row.ts';
import { noticeReader } from './notice-reader.ts';

type PartReader<Row> = (caseId: string, audiences: readonly Audience[], page: PageRequest) => Page<Row>;
type PartReaders = { readonly [P in Part]: PartReader<PartRows[P]> };

/** The parts of a case, newest first. Where rows bear an audience, only those of the audiences asked for are read. */
export function partPages(db: Drizzle): Pick<RegistryReads, 'part' | 'journalNumber'> {
  const withDeliveries = noticeReader(db);
  const readers: PartReaders = {
    journal: partReader(db, { table: journal, ofCase: journalOfCase() }, (rows, caseId) =>
      rows.map((stored) => journalRow(caseId, stored)),
    ),
    deadlines: partReader(db, ofCaseId(deadlines), (rows) => rows.map(deadlineRow)),
    notices: partReader(db, ofCaseId(notices), withDeliveries),
    documents: partReader(db, { ...ofCaseId(documents), ofCase: keptOfCase() }, (rows) => rows.map(documentRead)),
    messages: partReader(db, ofCaseId(messages), (rows) => rows.map(withoutRow)),
    offers: partReader(db, ofCaseId(offers), (rows) =>
      rows.map(({ offer, caseId, audience }) => ({ ...offer, caseId, audience })),
    ),
    orders: partReader(db, ofCaseId(orders), (rows) =>
      rows.map(({ order, caseId, at, standing, standingAt, replacedBy, code }) => ({
        ...order,
        caseId,
        at,
        standing,
        standingAt,
        replacedBy,
        ...(code ? { code: shownOrderCode(registryOf(order.id), code) } : {}),
      })),
    ),
    decisions: partReader(db, ofCaseId(decisions), (rows) => rows.map(decisionRow)),
    tasks: partReader(db, ofCaseId(tasks), (rows) => rows.map(({ row: _, caseOpenedAt: __, ...task }) => task)),
    fees: partReader(db, ofCaseId(fees), (rows) =>
      rows.map(({ movement, caseId, at }) => ({ ...movement, caseId, at })),
    ),
  };
  const number = db
    .select({ entries: sql<number>`count(*)` })
    .from(journal)
    .where(and(journalOfCase(), sql`${journal.seq} <= ${sql.placeholder('seq')}`, isFor(journal)))
    .prepare();

  return {
    part: (part, caseId, audiences, page) => readers[part](caseId, audiences, page),
    journalNumber: (caseId, seq, audiences) =>
      number.get({ caseId, seq, audiences: JSON.stringify(audiences) })?.entries ?? 0,
  };
}

type PartTable = SQLiteTable & { readonly row: AnySQLiteColumn; readonly id: AnySQLiteColumn };

interface PartSource<T extends PartTable> {
  readonly table: T;
  readonly ofCase: SQL;
}

function ofCaseId<T extends PartTable & { readonly caseId: AnySQLiteColumn }>(table: T): PartSource<T> {
  return { table, ofCase: eq(table.caseId, sql.placeholder('caseId')) };
}

/** What its uploader took off before filing it is not there any more. */
function keptOfCase(): SQL {
  return sql`${documents.caseId} = ${sql.placeholder('caseId')} and ${documents.filing} is not 'takenOff'`;
}

/** A cursor names the last row by its id and is looked up again: numbers would betray rows that are left out. */
function partReader<T extends PartTable, Row>(
  db: Drizzle,
  { table, ofCase }: PartSource<T>,
  toRows: (stored: T['$inferSelect'][], caseId: string) => Row[],
): PartReader<Row> {
  const position = db
    .select({ position: sql<number>`${table.row}` })
    .from(table as SQLiteTable)
    .where(and(ofCase, eq(table.id, sql.placeholder('id')), isFor(table)))
    .prepare();
  const rows = db
    .select()
    .from(table as SQLiteTable)
    .where(and(ofCase, lt(table.row, sql.placeholder('before')), isFor(table)))
    .orderBy(desc(table.row))
    .limit(sql.placeholder('limit'))
    .prepare();

  return (caseId, audiences, page) => {
    const limit = pageLimit(page.limit);
    const readers = JSON.stringify(audiences);
    const [id] = readCursor(page.cursor, 1) ?? [];
    const before =
      id === undefined ? Number.MAX_SAFE_INTEGER : position.get({ caseId, id, audiences: readers })?.position;
    // A row that its reader may not see is like one that is not there.
    if (before === undefined) throw new UnknownCursor();
    const found = rows.all({ caseId, before, audiences: readers, limit: limit + 1 });
    const stored = found.slice(0, limit) as (T['$inferSelect'] & { readonly id: string })[];
    const last = stored.at(-1);
    return { items: toRows(stored, caseId), next: found.length > limit && last ? writeCursor(last.id) : null };
  };
}

function isFor(table: SQLiteTable) {
  if (!('audience' in table)) return undefined;
  const audience = 'heldFor' in table ? sql`coalesce(${table.heldFor}, ${table.audience})` : sql`${table.audience}`;
  return sql`${audience} in (select value from json_each(${sql.placeholder('audiences')}))`;
}

function withoutRow<T extends { readonly row: number }>({ row: _, ...columns }: T): Omit<T, 'row'> {
  return columns;
}

function deadlineRow({ deadline, caseId, status, endedAt, audience }: typeof deadlines.$inferSelect): DeadlineRow {
  return { ...deadline, caseId, status, endedAt, audience };
}

function decisionRow(row: typeof decisions.$inferSelect): DecisionRow {
  const { decision, caseId, at, publishedTitle: title, publishedSummary: summary, publishedAt } = row;
  const { standing, standingAt } = row;
  const published = publishedAt === null ? null : { title: title ?? '', summary: summary ?? '', at: publishedAt };
  return { ...decision, caseId, at, published, standing, standingAt };
}
