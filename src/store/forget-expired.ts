import { sql } from 'drizzle-orm';
import type { RegistryDatabase } from './registry-database.ts';

const DAY_MS = 86_400_000;
const ROWS_IN_BITE = 200;

/**
 * Deletes what was kept for a while only: answers to idempotency keys and request counts after a day, sessions and codes
 * that have expired, forms that nobody has gone on with for half a year. One bite of each kind, in a commit of its own, so that nobody waits behind it.
 *
 * @param at now, as an instant (UTC)
 * @returns how many rows went; call again soon while it is not 0
 */
export function forgetExpired({ drizzle, commit }: RegistryDatabase, at: string): Promise<number> {
  const yesterday = new Date(Date.parse(at) - DAY_MS).toISOString();
  const halfAYearAgo = new Date(Date.parse(at) - 183 * DAY_MS).toISOString();
  const bites = [
    // The oldest stand first: no index on `at` is needed, and none has to be kept on the hot path.
    sql`delete from idempotency where "row" in (select "row" from idempotency order by "row" limit ${ROWS_IN_BITE}) and at < ${yesterday} returning 1`,
    sql`delete from request_counts where bucket in (select bucket from request_counts where window_start < ${yesterday} limit ${ROWS_IN_BITE}) returning 1`,
    sql`delete from sessions where id in (select id from sessions where expires_at < ${at} limit ${ROWS_IN_BITE}) returning 1`,
    sql`delete from drafts where rowid in (select rowid from drafts where saved_at < ${halfAYearAgo} limit ${ROWS_IN_BITE}) returning 1`,
    sql`delete from codes where email_key in (select email_key from codes where expires_at < ${at} limit ${ROWS_IN_BITE}) returning 1`,
  ];
  return commit(() => bites.reduce((rows, bite) => rows + drizzle.all(bite).length, 0));
}
