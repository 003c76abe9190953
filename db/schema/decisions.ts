import { sql } from 'drizzle-orm/sql';
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Outcome } from '../../src/domain/definition/action-schema.ts';
import type { OrderStanding } from '../../src/domain/order-standing.ts';
import type { DecisionInRegister } from '../../src/domain/texts/public-decision-of.ts';
import { ofCase } from './cases.ts';
import { row } from './columns.ts';
import type { Recorded } from './recorded.ts';

/** Those with `publishedAt` are the public register. */
export const decisions = sqliteTable(
  'decisions',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    decision: text('decision', { mode: 'json' }).$type<Recorded<'DecisionIssued'>>().notNull(),
    publishedTitle: text('published_title'),
    publishedSummary: text('published_summary'),
    publishedAt: text('published_at'),
    /** Local date. */
    publishedOn: text('published_on'),
    /** The definition's name of its paper. */
    type: text('type'),
    outcome: text('outcome').$type<Outcome>(),
    /** What it orders, with names as initials. */
    publicOrder: text('public_order', { mode: 'json' }).$type<DecisionInRegister['order']>(),
    /** What became of the order on its paper, and when. */
    standing: text('standing').$type<OrderStanding>().notNull().default('in-force'),
    standingAt: text('standing_at'),
  },
  (t) => [
    uniqueIndex('decisions_by_id').on(t.id),
    index('decisions_by_case').on(t.caseId),
    index('decisions_published').on(t.publishedAt, t.id).where(sql`published_at is not null`),
    index('decisions_by_type').on(t.type, t.publishedAt, t.id).where(sql`published_at is not null`),
    index('decisions_by_outcome').on(t.outcome, t.publishedAt, t.id).where(sql`published_at is not null`),
  ],
);

export const orders = sqliteTable(
  'orders',
  {
    row: row(),
    id: text('id').notNull(),
    caseId: ofCase(),
    at: text('at').notNull(),
    order: text('order', { mode: 'json' }).$type<Recorded<'OrderIssued'>>().notNull(),
    standing: text('standing').$type<OrderStanding>().notNull().default('in-force'),
    /** When it ended being in force. */
    standingAt: text('standing_at'),
    /** The order that stands in its place. */
    replacedBy: text('replaced_by'),
    /** By which whoever holds the paper can check it; without the registry's name. */
    code: text('code'),
  },
  (t) => [
    uniqueIndex('orders_by_id').on(t.id),
    index('orders_by_case').on(t.caseId),
    uniqueIndex('orders_by_code').on(t.code).where(sql`code is not null`),
  ],
);
