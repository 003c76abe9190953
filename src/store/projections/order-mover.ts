import { and, eq, sql } from 'drizzle-orm';
import { decisions, orders } from '../../../db/schema/decisions.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Drizzle } from '../database/registry-database.ts';

/** Notes that an order is in force no more, and the decision on the same paper with it: for the fact `OrderMoved`. */
export function orderMover(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  const order = db
    .update(orders)
    .set({ standing: given('standing'), standingAt: given('at'), replacedBy: given('replacedBy') })
    .where(eq(orders.id, sql.placeholder('id')))
    .returning({ caseId: orders.caseId, document: sql<string>`${orders.order} ->> 'document'` })
    .prepare();
  const decision = db
    .update(decisions)
    .set({ standing: given('standing'), standingAt: given('at') })
    .where(
      and(
        eq(decisions.caseId, sql.placeholder('caseId')),
        sql`${decisions.decision} ->> 'document' = ${sql.placeholder('document')}`,
      ),
    )
    .prepare();

  return ({ order: id, standing, replacedBy }: Extract<Fact, { kind: 'OrderMoved' }>, { entry }: Decision): void => {
    const moved = order.get({ id, standing, at: entry.at, replacedBy: replacedBy ?? null });
    if (!moved) throw new Error(`Order ${id} was never issued, yet its standing ended; its case cannot be replayed`);
    decision.run({ ...moved, standing, at: entry.at });
  };
}
