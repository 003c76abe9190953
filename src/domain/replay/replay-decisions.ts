import type { CaseFile } from '../case-file.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decision.ts';
import { ENGINE_REVISION } from '../engine-revision.ts';
import type { JournalEntry } from '../journal-entry.ts';
import type { Process } from '../process/process.ts';
import { isRefusal } from '../refusal.ts';
import { decidedUnder } from './decided-under.ts';
import { NewerEngine } from './newer-engine.ts';

/**
 * Decides a case's journal again from its first entry, each under the revision of the engine and the process of the
 * workflow version that it was decided under: each decision with the case file and the facts that were saved at the time.
 * `processOf` also gets the instant of the entry, for what is called otherwise by now.
 *
 * @throws NewerEngine when an entry is of a later revision than this program knows; another error when an entry that was
 * once accepted is now refused.
 */
export function* replayDecisions(
  processOf: (workflow: CaseFile['workflow'], at: string) => Process,
  entries: Iterable<JournalEntry>,
): Generator<Decision> {
  let theCase: CaseFile | undefined;
  for (const { seq, id, at, engine, command } of entries) {
    assertKnown(seq, engine);
    const workflow = decidedUnder(theCase, command);
    if (!workflow) throw new Error(`entry ${seq} comes before the case was opened`);
    const decided = decide(processOf(workflow, at), theCase, command, { at, id, engine });
    if (isRefusal(decided)) {
      throw new Error(`entry ${seq} (${command.kind}) was accepted and is now refused: ${decided.refused}`);
    }
    yield decided;
    theCase = decided.next;
  }
}

function assertKnown(seq: number, engine: number): void {
  if (!Number.isSafeInteger(engine) || engine < 1) throw new Error(`entry ${seq} does not say which engine decided it`);
  if (engine > ENGINE_REVISION) throw new NewerEngine(seq, engine);
}
