import type { CaseFile } from './case-file.ts';
import { decide } from './decide/decide.ts';
import { decidedUnder } from './decided-under.ts';
import type { Decision } from './decision.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Process } from './process.ts';
import { isRefusal } from './refusal.ts';

/**
 * Decides a case's journal again from its first entry, under the process of its workflow version: each decision with the
 * case file and the facts that were saved at the time.
 *
 * @throws when an entry that was once accepted is now refused.
 */
export function* replayDecisions(
  processOf: (workflow: CaseFile['workflow']) => Process,
  entries: Iterable<JournalEntry>,
): Generator<Decision> {
  let theCase: CaseFile | undefined;
  for (const { seq, id, at, command } of entries) {
    const workflow = decidedUnder(theCase, command);
    if (!workflow) throw new Error(`entry ${seq} comes before the case was opened`);
    const decided = decide(processOf(workflow), theCase, command, { at, id });
    if (isRefusal(decided)) {
      throw new Error(`entry ${seq} (${command.kind}) was accepted and is now refused: ${decided.refused}`);
    }
    yield decided;
    theCase = decided.next;
  }
}
