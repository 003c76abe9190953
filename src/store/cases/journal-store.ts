import { and, asc, gt, sql } from 'drizzle-orm';
import { journal } from '../../../db/schema/cases.ts';
import type { RegistryReads } from '../../app/ports/registry.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { journalOfCase } from './journal-of-case.ts';
import { journalRow } from './journal-row.ts';

const ENTRIES_AT_ONCE = 500;

/** The journal for replay and proof. Read in bites: a statement left open would hold up every other of its connection. */
export function journalReads(db: Drizzle): Pick<RegistryReads, 'journalInOrder' | 'entryHashes'> {
  const hashes = db
    .select({ row: journal.row, hash: journal.hash })
    .from(journal)
    .where(gt(journal.row, sql.placeholder('after')))
    .orderBy(asc(journal.row))
    .limit(ENTRIES_AT_ONCE)
    .prepare();
  const following = db
    .select()
    .from(journal)
    .where(and(journalOfCase(), gt(journal.row, sql.placeholder('after'))))
    .orderBy(asc(journal.row))
    .limit(ENTRIES_AT_ONCE)
    .prepare();

  return {
    entryHashes: (after) => hashes.all({ after }),
    *journalInOrder(caseId) {
      let after = Number.MIN_SAFE_INTEGER;
      for (;;) {
        const rows = following.all({ caseId, after });
        yield* rows.map((stored) => journalRow(caseId, stored));
        const last = rows.at(-1);
        if (!last || rows.length < ENTRIES_AT_ONCE) return;
        after = last.row;
      }
    },
  };
}
