import type { ProcessOf } from '../app/ports/ports.ts';
import type { Decision } from '../domain/decision.ts';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { replayDecisions } from '../domain/replay/replay-decisions.ts';
import type { TribunalAt } from './kept-tribunal.ts';

/**
 * Decides a case's journal again, under the engine and the workflow version that each entry ran on, and with the names
 * that the tribunal then had.
 *
 * @throws what `replayDecisions` throws: an entry is refused now that was accepted then, or a newer Parley wrote it
 */
export function replayJournal(
  processOf: ProcessOf,
  tribunalAt: TribunalAt,
  entries: readonly JournalEntry[],
): Decision[] {
  const ofItsTime: Parameters<typeof replayDecisions>[0] = (workflow, at) => {
    const process = processOf(workflow);
    return { ...process, tribunal: tribunalAt(at) ?? process.tribunal };
  };
  return [...replayDecisions(ofItsTime, entries)];
}
