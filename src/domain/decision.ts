import type { CaseFile } from './case-file.ts';
import type { Fact } from './fact.ts';
import type { JournalEntry } from './journal-entry.ts';

/** What deciding a command came to: to be committed whole, in one transaction, or not at all. */
export interface Decision {
  readonly entry: JournalEntry;
  readonly next: CaseFile;
  readonly facts: readonly Fact[];
}
