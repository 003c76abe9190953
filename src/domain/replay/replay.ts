import type { CaseFile } from '../case-file.ts';
import type { JournalEntry } from '../journal-entry.ts';
import type { Process } from '../process/process.ts';
import { replayDecisions } from './replay-decisions.ts';

/**
 * The case file that a journal comes to. It is the one that was stored, byte for byte; anything else means that the
 * journal, the snapshot or the definition was changed.
 *
 * @throws when an entry that was once accepted is now refused, a newer engine decided one, or there is none.
 */
export function replay(
  processOf: (workflow: CaseFile['workflow']) => Process,
  entries: Iterable<JournalEntry>,
): CaseFile {
  let theCase: CaseFile | undefined;
  for (const { next } of replayDecisions(processOf, entries)) theCase = next;
  if (!theCase) throw new Error('the journal is empty');
  return theCase;
}
