import type { journal } from '../../../db/schema/cases.ts';
import { isPrivileged } from '../../domain/audience.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { GENESIS_HASH, journalHash } from '../cases/journal-hash.ts';
import type { RegistryProblem } from './registry-problem.ts';

type Stored = typeof journal.$inferSelect;

/** Whether the entries of a case (in order) are its own, gapless from 1, each chained to the one before, each labelled truly. */
export function* verifyJournal(
  { id: caseId, row: caseRow }: { readonly id: string; readonly row: number },
  stored: readonly Stored[],
): Generator<RegistryProblem> {
  let previousHash = GENESIS_HASH;
  for (const [index, row] of stored.entries()) {
    const { seq } = row;
    if (seq !== index + 1) {
      yield { kind: 'journal-gap', caseId, seq: index + 1, detail: `entry ${seq} stands where ${index + 1} should` };
      return;
    }
    if (row.previousHash !== previousHash) {
      yield { kind: 'chain-broken', caseId, seq, detail: 'it is not chained to the entry before it' };
    }
    if (journalHash(row.previousHash, row.entry) !== row.hash) {
      yield { kind: 'chain-broken', caseId, seq, detail: 'its hash is not that of its text' };
    }
    if (row.caseRow !== caseRow || !isLabelledTruly(row)) {
      yield { kind: 'entry-mislabelled', caseId, seq, detail: 'its columns say other than its text' };
    }
    previousHash = row.hash;
  }
}

function isLabelledTruly({ entry, seq, id, audience }: Stored): boolean {
  const parsed = parseEntry(entry);
  return parsed?.seq === seq && parsed.id === id && parsed.audience === audience;
}

/** Undefined for a text that is no JSON any more. */
export function parseEntry(text: string): JournalEntry | undefined {
  try {
    return JSON.parse(text) as JournalEntry;
  } catch {
    return undefined;
  }
}

/** The versions that a case with these entries has: all of them, and those outside the without-prejudice room. */
export function versionsOf(stored: readonly Stored[]): { readonly version: number; readonly openVersion: number } {
  const open = stored.filter(({ audience }) => !isPrivileged(audience));
  return { version: stored.length, openVersion: open.length };
}
