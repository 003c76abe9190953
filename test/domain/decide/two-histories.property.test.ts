import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { isPrivileged } from '../../../src/domain/audience.ts';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import type { Command } from '../../../src/domain/command.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import type { Fact } from '../../../src/domain/fact.ts';
import type { JournalEntry } from '../../../src/domain/journal-entry.ts';
import { dueIn } from '../../../src/domain/process/due-in.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { statePath } from '../../../src/domain/statechart.ts';
import { processFor } from '../../a-process.ts';
import { changed, claim, served } from './a-play.ts';

const process = processFor(
  changed(({ events, forms, chart }) => ({
    forms: {
      ...forms,
      apart: {
        title: { en: 'Apart' },
        pages: [
          {
            id: 'p',
            fields: [
              { id: 'party', type: 'party' as const },
              { id: 'message', type: 'longtext' as const },
              { id: 'paper', type: 'file' as const },
            ],
          },
        ],
      },
    },
    events: {
      ...events,
      WRITE_APART: {
        by: ['applicant', 'respondent', 'facilitator'],
        form: 'apart',
        privileged: true,
        message: 'separate',
      },
      WITHDRAW_OFFER: { by: ['applicant', 'respondent'], privileged: true, offer: { do: 'withdraw' } },
    },
    chart: {
      ...chart,
      states: {
        ...chart.states,
        negotiation: {
          ...chart.states?.negotiation,
          on: { ...chart.states?.negotiation?.on, WRITE_APART: {}, WITHDRAW_OFFER: {} },
        },
      },
    },
  })),
);

/** What someone does, or days that pass. `party` is a place among the parties: 0 is the applicant. */
interface Deed {
  readonly as: 'applicant' | 'respondent' | 'registrar' | 'facilitator' | 'member';
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly party?: number;
  readonly days?: number;
}

/** The history that everyone may know. */
const open: readonly Deed[] = [
  { as: 'applicant', type: 'SUBMIT', data: claim },
  { as: 'applicant', type: 'PAY' },
  { as: 'registrar', type: 'ISSUE_NOTICE' },
  { as: 'applicant', type: 'RECORD_SERVICE', party: 1, data: served },
  { as: 'registrar', type: 'wait', days: 3 },
  { as: 'respondent', type: 'FILE_RESPONSE', data: { position: 'agree' } },
  { as: 'registrar', type: 'give', data: { role: 'facilitator', userId: 'fay' } },
  { as: 'registrar', type: 'wait', days: 2 },
  { as: 'registrar', type: 'wait', days: 9 },
  { as: 'facilitator', type: 'GO_TO_DECISION' },
  { as: 'registrar', type: 'give', data: { role: 'member', userId: 'mia' } },
  { as: 'registrar', type: 'wait', days: 4 },
  { as: 'member', type: 'DECIDE', data: { reasons: 'Because.', terms: 'Pay.' } },
];

/** What is said in between, without prejudice. */
const talk: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    as: fc.constantFrom('applicant' as const, 'respondent' as const),
    type: fc.constantFrom('MAKE_OFFER', 'COUNTER_OFFER'),
    data: fc.record({ amount: fc.nat() }),
  }),
  fc.record({
    as: fc.constantFrom('applicant' as const, 'respondent' as const),
    type: fc.constantFrom('DECLINE_OFFER', 'WITHDRAW_OFFER'),
  }),
  fc.record({
    as: fc.constantFrom('applicant' as const, 'respondent' as const, 'facilitator' as const),
    type: fc.constant('SEND_MESSAGE'),
    data: fc.record({ message: fc.string() }),
  }),
  fc.record({
    as: fc.constantFrom('applicant' as const, 'respondent' as const),
    type: fc.constant('WRITE_APART'),
    data: fc.record({ message: fc.string(), paper: fc.constant('file-1') }),
  }),
  fc.record({
    as: fc.constant('facilitator' as const),
    type: fc.constant('WRITE_APART'),
    data: fc.record({ message: fc.string(), party: fc.constantFrom('o0', 'o1') }),
  }),
  fc.record({ as: fc.constantFrom('applicant' as const, 'respondent' as const), type: fc.constant('bounce') }),
);

interface Told {
  readonly theCase: CaseFile;
  readonly outside: readonly { entry: Omit<JournalEntry, 'seq'>; facts: readonly Fact[] }[];
  readonly privileged: number;
}

/** Plays a history. Ids are those of the deed, so that two histories can be laid side by side. */
function tell(history: readonly { deed: Deed; id: string }[]): Told {
  let theCase: CaseFile | undefined;
  let now = Date.parse('2026-03-02T17:00:00.000Z');
  const outside: Told['outside'][number][] = [];
  let privileged = 0;
  const offerDeadlines = new Set<string>();
  const perform = (command: Command, id: string) => {
    const decided = decide(process, theCase, command, { at: new Date(now).toISOString(), id, engine: ENGINE_REVISION });
    if (isRefusal(decided)) return;
    theCase = decided.next;
    for (const fact of decided.facts)
      if (fact.kind === 'DeadlineSet' && fact.audience === 'room') offerDeadlines.add(fact.deadline.id);
    if (isPrivileged(decided.entry.audience)) privileged += 1;
    else {
      const { seq: _, ...entry } = decided.entry;
      outside.push({ entry, facts: decided.facts.filter((fact) => isSeenOutside(fact, offerDeadlines)) });
    }
  };
  const workflow = { id: 'deposit', version: 1 };
  const parties = ['applicant', 'respondent'].map((role) => ({
    role,
    name: role,
    email: `${role}@example.org`,
    userId: role,
  }));
  perform(
    {
      kind: 'open',
      actor: { kind: 'engine' },
      caseId: 'c',
      reference: 'R',
      workflow,
      language: 'en',
      parties,
      data: {},
    },
    'o',
  );
  for (const { deed, id } of history) {
    if (!theCase) throw new Error('the case was not opened');
    if (deed.days) now += deed.days * 86_400_000;
    for (let due = dueOf(theCase, now); due; due = dueOf(theCase, now)) {
      const actor = { kind: 'time' } as const;
      perform(
        due.notice
          ? { kind: 'remind', actor, deadline: due.deadline, notice: due.notice }
          : { kind: 'expire', actor, deadline: due.deadline },
        `due-${due.deadline}-${due.notice ?? ''}-`,
      );
    }
    if (!deed.days) perform(commandOf(theCase, deed), id);
  }
  if (!theCase) throw new Error('the case was not opened');
  return { theCase, outside, privileged };
}

function dueOf(theCase: CaseFile, now: number) {
  return theCase.status === 'open' ? dueIn(theCase, new Date(now).toISOString())[0] : undefined;
}

function commandOf(theCase: CaseFile, deed: Deed): Command {
  const party = theCase.parties.find(({ role }) => role === deed.as);
  const actor: Actor = { kind: 'person', userId: deed.as, role: deed.as, ...(party ? { party: party.id } : {}) };
  if (deed.type === 'give') return { kind: 'assign', actor, ...(deed.data as { role: string; userId: string }) };
  if (deed.type === 'bounce')
    return {
      kind: 'undeliverable',
      actor: { kind: 'engine' },
      notice: 'offer-made',
      noticeId: 'n',
      party: party?.id ?? '',
      channel: 'email',
      reason: '550',
    };
  const about = deed.party === undefined ? {} : { party: theCase.parties[deed.party]?.id };
  return { kind: 'event', actor, type: deed.type, ...about, ...(deed.data ? { data: deed.data } : {}) };
}

function isSeenOutside(fact: Fact, offerDeadlines: ReadonlySet<string>): boolean {
  if (fact.kind === 'OfferMade' || fact.kind === 'OfferMoved') return false;
  if (fact.kind === 'DeadlineEnded') return !offerDeadlines.has(fact.id);
  if (fact.kind === 'TaskClosed') return !fact.id.startsWith('talk');
  return !('audience' in fact && isPrivileged(fact.audience));
}

/** What a case file is to who is not in the room. */
function withoutRoom({ version: _, decidedAt: __, offers: ___, deadlines, tasks, ...theCase }: CaseFile) {
  return {
    ...theCase,
    state: statePath(theCase.chart),
    deadlines: deadlines.filter(({ chart }) => !chart.startsWith('offer:')),
    tasks: tasks.filter(({ task }) => task !== 'undeliverable-private-notice'),
  };
}

describe('two histories that differ only in what was said without prejudice', () => {
  it('are one and the same to whoever was not in the room', () => {
    let heard = 0;
    const between = fc.array(fc.tuple(fc.nat({ max: open.length }), talk), { maxLength: 12 });
    fc.assert(
      fc.property(between, fc.nat({ max: open.length }), (said, length) => {
        const known = open.slice(0, length).map((deed, index) => ({ deed, id: `open-${index}-` }));
        const talked = known.flatMap((one, place) => [
          one,
          ...said.filter(([at]) => at === place).map(([, deed], index) => ({ deed, id: `talk-${place}-${index}-` })),
        ]);
        const quiet = tell(known);
        const loud = tell(talked);
        expect(JSON.stringify(withoutRoom(loud.theCase))).toBe(JSON.stringify(withoutRoom(quiet.theCase)));
        expect(JSON.stringify(loud.outside)).toBe(JSON.stringify(quiet.outside));
        heard += loud.privileged;
        expect(loud.theCase.version).toBe(quiet.theCase.version + loud.privileged);
      }),
      { numRuns: 150 },
    );
    expect(heard).toBeGreaterThan(30);
  });
});
