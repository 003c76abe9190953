import type { Command } from '../../domain/command.ts';
import type { NeedKind } from '../../domain/need.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { JournalRow } from '../ports/rows.ts';
import { auditedRead, type QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { type Author, authorOf, type RowReader, rowReader } from './row-reader.ts';

type About = Extract<Command, { kind: 'tellNeed' | 'withdrawNeed' | 'answerNeed' }>;

/** One thing that was told or answered. */
export interface NeedHistory {
  readonly id: string;
  readonly at: string;
  readonly by: Author;
  readonly party: string;
  readonly type: 'told' | 'changed' | 'withdrawn' | 'arranged' | 'cannot';
  readonly kind?: NeedKind;
  readonly wants?: readonly string[];
  /** What was said with it. */
  readonly text?: string;
}

const ENTRIES_SHOWN = 100;

/** What became of each need in a case, newest first: for whom it was told in confidence, and for nobody else. */
export function listNeedHistory(ports: QueryPorts, viewer: Viewer, caseId: string): Promise<readonly NeedHistory[]> {
  return auditedRead(ports, viewer, (reads, noteSealed) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (!caseFile) return [];
    const reader = rowReader(reads, viewer, caseFile, ports.definitionOf(caseFile.workflow), '');
    if (!reader.audiences.includes('confided')) return [];
    const { items } = reads.part('journal', caseId, ['confided'], { limit: ENTRIES_SHOWN });
    for (const { id } of items) noteSealed(`case/${caseId}/journal/${id}`);
    return items.flatMap((row) => (isAbout(row.command) ? [entryOf(row, row.command, reader)] : []));
  });
}

function isAbout(command: Command): command is About {
  return command.kind === 'tellNeed' || command.kind === 'withdrawNeed' || command.kind === 'answerNeed';
}

function entryOf({ id, at }: JournalRow, command: About, reader: RowReader): NeedHistory {
  const entry = { id, at, by: authorOf(reader, command.actor), party: command.party };
  switch (command.kind) {
    case 'tellNeed': {
      const { need, about: kind, wants, details: text } = command;
      return { ...entry, type: need ? 'changed' : 'told', kind, wants, ...(text ? { text } : {}) };
    }
    case 'withdrawNeed':
      return { ...entry, type: 'withdrawn' };
    case 'answerNeed':
      return { ...entry, type: command.outcome, ...(command.answer ? { text: command.answer } : {}) };
  }
}
