import { type SQL, sql } from 'drizzle-orm';
import type { RegistryWrites } from '../app/ports/registry.ts';
import type { Drizzle } from './database/registry-database.ts';

const DAY_MS = 86_400_000;
/** Also what an upload that no form holds has to be filed. */
const DRAFT_DAYS = 183;
/** Until then a code that was used, or is too old, still leads its owner to their case. */
const OLD_CODE_DAYS = 183;
const ROWS_IN_BITE = 200;

/** Deletes what was kept for a while only, a bite of each kind, and takes off uploads that nobody went on with. */
export function expiryStore(db: Drizzle): Pick<RegistryWrites, 'forgetExpired'> {
  return {
    forgetExpired(at) {
      const yesterday = daysBefore(at, 1);
      const bites = [
        // The oldest stand first: no index on `at` is needed, and none has to be kept on the hot path.
        sql`delete from idempotency where "row" in (select "row" from idempotency order by "row" limit ${ROWS_IN_BITE}) and at < ${yesterday} returning 1`,
        sql`delete from request_counts where bucket in (select bucket from request_counts where window_start < ${yesterday} limit ${ROWS_IN_BITE}) returning 1`,
        sql`delete from sessions where id in (select id from sessions where expires_at < ${at} limit ${ROWS_IN_BITE}) returning 1`,
        sql`delete from drafts where rowid in (select rowid from drafts where saved_at < ${daysBefore(at, DRAFT_DAYS)} limit ${ROWS_IN_BITE}) returning 1`,
        sql`update documents set filing = 'takenOff' where "row" in (${abandonedUploads(daysBefore(at, DRAFT_DAYS))}) returning 1`,
        sql`delete from codes where email_key in (select email_key from codes where expires_at < ${at} limit ${ROWS_IN_BITE}) returning 1`,
        sql`delete from invitations where code_hash in (select code_hash from invitations where expires_at < ${daysBefore(at, OLD_CODE_DAYS)} limit ${ROWS_IN_BITE}) returning 1`,
        sql`delete from digital_id_attempts where state_hash in (select state_hash from digital_id_attempts where expires_at < ${at} limit ${ROWS_IN_BITE}) returning 1`,
      ];
      return bites.reduce((rows, bite) => rows + db.all(bite).length, 0);
    },
  };
}

/** A party's own, that no draft of its uploader holds: what the tribunal could read stays. */
function abandonedUploads(before: string): SQL {
  return sql`select "row" from documents where filing = 'waiting' and created_at < ${before} and audience like 'caucus:%'
    and not exists (select 1 from drafts where user_id = documents.uploaded_by and case_id = documents.case_id) limit ${ROWS_IN_BITE}`;
}

function daysBefore(at: string, days: number): string {
  return new Date(Date.parse(at) - days * DAY_MS).toISOString();
}
