import type { ProcessOf } from '../app/ports/ports.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { decide } from '../domain/decide/decide.ts';
import type { Decision } from '../domain/decision.ts';
import type { JournalEntry } from '../domain/journal-entry.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { TribunalAt } from './kept-tribunal.ts';

/**
 * Decides a case's journal again, under the workflow version that each entry ran on, and with the names that the
 * tribunal then had.
 *
 * @throws when an entry is refused now: it was accepted then
 */
export function replayJournal(
  processOf: ProcessOf,
  tribunalAt: TribunalAt,
  entries: readonly JournalEntry[],
): Decision[] {
  const decisions: Decision[] = [];
  let theCase: CaseFile | undefined;
  for (const { command, at, id, seq } of entries) {
    const workflow: CaseFile['workflow'] | undefined =
      theCase?.workflow ?? ('workflow' in command ? command.workflow : undefined);
    if (!workflow) throw new Error(`entry ${seq} does not open the case`);
    const process = processOf(workflow);
    const tribunal = tribunalAt(at) ?? process.tribunal;
    const decided = decide({ ...process, tribunal }, theCase, command, { at, id });
    if (isRefusal(decided)) throw new Error(`entry ${seq} is refused on replay: ${decided.refused}`);
    decisions.push(decided);
    theCase = decided.next;
  }
  return decisions;
}
