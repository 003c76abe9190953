import type { journal } from '../../../db/schema/cases.ts';
import type { JournalRow } from '../../app/ports/rows.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';

/** A journal entry as it was decided, with its place in the chain. */
export function journalRow(
  caseId: string,
  { entry, previousHash, hash }: Pick<typeof journal.$inferSelect, 'entry' | 'previousHash' | 'hash'>,
): JournalRow {
  return { ...(JSON.parse(entry) as JournalEntry), caseId, previousHash, hash };
}
