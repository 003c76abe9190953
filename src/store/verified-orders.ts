import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { cases } from '../../db/schema/cases.ts';
import { decisions, orders } from '../../db/schema/decisions.ts';
import { documents } from '../../db/schema/documents.ts';
import type { RegistryReads } from '../app/ports/registry.ts';
import { shownOrderCode } from '../app/registries/order-code.ts';
import { registryOf } from '../app/registry-of.ts';
import type { Drizzle } from './database/registry-database.ts';

const ON_PAPER = sql`${orders.order} ->> 'document'`;

/** Orders by the code on their paper. */
export function verifiedOrders(db: Drizzle): Pick<RegistryReads, 'orderByCode' | 'orderCodeOn'> {
  const byCode = db
    .select({
      id: orders.id,
      order: orders.order,
      at: orders.at,
      standing: orders.standing,
      standingAt: orders.standingAt,
      reference: cases.reference,
      workflow: cases.workflowId,
      title: documents.title,
      content: documents.content,
      sha256: documents.sha256,
      size: documents.size,
      decision: decisions.id,
    })
    .from(orders)
    .innerJoin(cases, eq(cases.id, orders.caseId))
    .innerJoin(documents, eq(documents.id, ON_PAPER))
    .leftJoin(
      decisions,
      and(
        eq(decisions.caseId, orders.caseId),
        isNotNull(decisions.publishedAt),
        sql`${decisions.decision} ->> 'document' = ${ON_PAPER}`,
      ),
    )
    .where(eq(orders.code, sql.placeholder('code')))
    .limit(1)
    .prepare();
  const onPaper = db
    .select({ id: orders.id, code: orders.code })
    .from(orders)
    .where(and(eq(orders.caseId, sql.placeholder('caseId')), eq(ON_PAPER, sql.placeholder('document'))))
    .limit(1)
    .prepare();
  return {
    orderByCode(code) {
      const found = byCode.get({ code });
      if (!found) return undefined;
      const { id, order, content, ...row } = found;
      const { amount, currency } = order;
      return {
        ...row,
        code: shownOrderCode(registryOf(id), code),
        order: order.order,
        ...(amount === undefined ? {} : { amount }),
        currency,
        language: content?.language ?? '',
        issuedOn: content?.issuedOn ?? '',
        parties: content?.parties ?? [],
      };
    },
    orderCodeOn(caseId, document) {
      const found = onPaper.get({ caseId, document });
      return found?.code ? shownOrderCode(registryOf(found.id), found.code) : undefined;
    },
  };
}
