import { sql } from 'drizzle-orm';
import { deliveries, type notices } from '../../../db/schema/notices.ts';
import type { NoticeRow } from '../../app/ports/rows.ts';
import type { Drizzle } from '../database/registry-database.ts';

type Stored = typeof notices.$inferSelect;

/** Joins notices with how they travelled; one statement for a page of them. */
export function noticeReader(db: Drizzle): (stored: readonly Stored[]) => NoticeRow[] {
  const deliveriesOf = db
    .select()
    .from(deliveries)
    .where(sql`${deliveries.noticeId} in (select value from json_each(${sql.placeholder('ids')}))`)
    .orderBy(deliveries.channel)
    .prepare();

  return (stored) => {
    if (stored.length === 0) return [];
    const found = Map.groupBy(deliveriesOf.all({ ids: JSON.stringify(stored.map(({ id }) => id)) }), byNotice);
    return stored.map(({ notice, caseId, sentAt, readAt, id }) => ({
      ...notice,
      caseId,
      sentAt,
      readAt,
      deliveries: (found.get(id) ?? []).map(({ noticeId: _, ...delivery }) => delivery),
    }));
  };
}

function byNotice({ noticeId }: typeof deliveries.$inferSelect): string {
  return noticeId;
}
