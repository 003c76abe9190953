import type { CaseFile } from './case-file.ts';
import { decide } from './decide/decide.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Process } from './process.ts';
import { isRefusal } from './refusal.ts';

/**
 * Decides a case's journal again from its first entry, under the process of its workflow version. The result is the case
 * file that was stored, byte for byte; anything else means that the journal, the snapshot or the definition was changed.
 *
 * @throws when an entry that was once accepted is now refused, or there is none.
 */
export function replay(processOf: (workflow: CaseFile['workflow']) => Process, entries: Iterable<JournalEntry>): CaseFile {
  let theCase: CaseFile | undefined;
  for (const { seq, id, at, command } of entries) {
    const workflow = theCase?.workflow ?? (command.kind === 'open' ? command.workflow : undefined);
    if (!workflow) throw new Error(`entry ${seq} comes before the case was opened`);
    const decided = decide(processOf(workflow), theCase, command, { at, id });
    if (isRefusal(decided)) throw new Error(`entry ${seq} (${command.kind}) was accepted and is now refused: ${decided.refused}`);
    theCase = decided.next;
  }
  if (!theCase) throw new Error('the journal is empty');
  return theCase;
}
