import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import { ENGINE_REVISION } from '../../src/domain/engine-revision.ts';
import type { JournalEntry } from '../../src/domain/journal-entry.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { NewerEngine } from '../../src/domain/replay/newer-engine.ts';
import { replay } from '../../src/domain/replay/replay.ts';
import { processFor } from '../a-process.ts';

const process = processFor();
const person = (role: string, party?: string) =>
  ({ kind: 'person', userId: `${role}-user`, role, ...(party ? { party } : {}) }) as const;

/** Decides commands one after another, a minute apart. */
function journalOf(commands: ((theCase: CaseFile | undefined) => Command)[]): {
  entries: JournalEntry[];
  last: CaseFile;
} {
  const entries: JournalEntry[] = [];
  let theCase: CaseFile | undefined;
  for (const [index, command] of commands.entries()) {
    const stamp = {
      at: new Date(Date.UTC(2026, 2, 2, 17, index)).toISOString(),
      id: `entry${index}x`,
      engine: ENGINE_REVISION,
    };
    const decided = decide(process, theCase, command(theCase), stamp);
    if (isRefusal(decided)) throw new Error(`refused: ${JSON.stringify(decided)}`);
    entries.push(decided.entry);
    theCase = decided.next;
  }
  return { entries, last: theCase as CaseFile };
}

const story: ((theCase: CaseFile | undefined) => Command)[] = [
  () => ({
    kind: 'open',
    actor: person('applicant'),
    caseId: 'case-1',
    reference: 'DEP-2026-000001',
    workflow: { id: 'deposit', version: 1 },
    language: 'en',
    parties: [
      { role: 'applicant', name: 'Ann Smith', userId: 'applicant-user' },
      { role: 'respondent', name: 'Bob Jones', email: 'bob@example.org' },
    ],
    data: {},
  }),
  (theCase) => ({
    kind: 'event',
    actor: person('applicant', theCase?.parties[0]?.id),
    type: 'SUBMIT',
    data: { amount: 90_000, what: 'Kept it.', bank: 'secret' },
  }),
  (theCase) => ({ kind: 'event', actor: person('applicant', theCase?.parties[0]?.id), type: 'PAY' }),
  () => ({ kind: 'event', actor: person('registrar'), type: 'ISSUE_NOTICE' }),
  (theCase) => ({
    kind: 'delivered',
    actor: { kind: 'engine' },
    notice: 'dispute-notice',
    noticeId: 'n',
    party: theCase?.parties[1]?.id ?? '',
    channel: 'email',
  }),
];

describe('replaying a journal', () => {
  it('gives the case file again, byte for byte, through JSON and back', () => {
    const { entries, last } = journalOf(story);
    const stored = JSON.parse(JSON.stringify(entries)) as JournalEntry[];
    expect(JSON.stringify(replay(() => process, stored))).toBe(JSON.stringify(last));
  });

  it('says which entry no longer holds', () => {
    const { entries } = journalOf(story);
    const cut = entries.filter(({ seq }) => seq !== 3);
    expect(() => replay(() => process, cut)).toThrow('entry 4 (event) was accepted and is now refused: GuardRefused');
  });

  it('keeps with each entry the revision of the engine that decided it', () => {
    const { entries } = journalOf(story);
    expect(entries.map(({ engine }) => engine)).toEqual(entries.map(() => ENGINE_REVISION));
  });

  it('says of what a newer engine decided that this program is too old, not that anybody tampered', () => {
    const { entries } = journalOf(story);
    const later = entries.map((entry) => (entry.seq < 4 ? entry : { ...entry, engine: ENGINE_REVISION + 1 }));
    expect(() => replay(() => process, later)).toThrow(NewerEngine);
    expect(() => replay(() => process, later)).toThrow(
      /^entry 4 was decided under revision \d+ of the engine.*this journal was written by a newer Parley; upgrade$/,
    );
  });

  it.each([undefined, 0, -1, 1.5, '1'])('refuses an entry that names the engine as %j', (engine) => {
    const entries = journalOf(story).entries.map((entry) => ({ ...entry, engine: engine as number }));
    expect(() => replay(() => process, entries)).toThrow('entry 1 does not say which engine decided it');
  });

  it('refuses a journal that does not begin with the opening', () => {
    expect(() => replay(() => process, [])).toThrow('the journal is empty');
    expect(() => replay(() => process, journalOf(story).entries.slice(1))).toThrow('comes before the case was opened');
  });
});
