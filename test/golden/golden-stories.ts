import type { Decision } from '../../src/domain/decision.ts';
import type { Process } from '../../src/domain/process/process.ts';
import { bothAnswered, submitted, wasServed } from '../domain/decide/a-play.ts';
import { KINDS, RandomCase, type Story } from '../domain/decide/a-random-case.ts';
import { type ProcessOf, ToldCase } from './told-case.ts';

/** What is recorded of a revision: each scenario of the shipped processes, what no scenario does, and what chance brings. */
export function* goldenStories(processOf: ProcessOf): Generator<{ title: string; decisions: readonly Decision[] }> {
  for (const id of ['small-claims', 'traffic-fine']) {
    const process = processOf({ id, version: 1 });
    for (const scenario of process.definition.scenarios)
      yield { title: `${id}: ${scenario.name}`, decisions: new ToldCase(processOf).tell(process, scenario).decisions };
  }
  yield { title: 'deposit: who helps comes, joins and goes', decisions: helpersComeAndGo(processOf) };
  yield { title: 'deposit: how to reach them changes', decisions: writtenToElsewhere(processOf) };
  yield { title: 'deposit: a party says what it needs, and is answered', decisions: needsAreMet(processOf) };
  yield { title: 'deposit: moves to the next version', decisions: movesOn(processOf) };
  yield { title: 'deposit: time runs out where the process never rests', decisions: neverRests(processOf) };
  yield { title: 'deposit: an order is corrected, cancelled, made anew and followed', decisions: ordersEnd(processOf) };
  for (let seed = 1; seed <= 12; seed += 1)
    yield { title: `deposit: what chance brings, ${seed}`, decisions: byChance(processOf, 'deposit', talked, seed) };
  const { scenarios } = processOf({ id: 'small-claims', version: 1 }).definition;
  for (const [index, story] of scenarios.entries())
    if (index % 3 === 0)
      yield {
        title: `small-claims: what chance brings after “${story.name}”`,
        decisions: byChance(processOf, 'small-claims', story, index + 1),
      };
}

const start = '2026-03-02T09:00';
const parties = { applicant: 2, respondent: 2 };
const talked: Story = {
  start,
  parties,
  steps: [
    ...bothAnswered,
    { as: 'applicant-1', do: 'MAKE_OFFER', form: { amount: 100 } },
    { as: 'facilitator', do: 'GO_TO_DECISION' },
  ],
};

function helpersComeAndGo(processOf: ProcessOf): readonly Decision[] {
  const told = new ToldCase(processOf);
  told.tell(processOf({ id: 'deposit', version: 1 }), { start, parties, steps: [...wasServed] });
  const party = told.file.parties[2]?.id ?? '';
  const themself = { kind: 'person', userId: 'respondent-1', role: 'respondent', party } as const;
  const engine = { kind: 'engine' } as const;
  told.decide({
    kind: 'invite',
    actor: themself,
    party,
    capacity: 'representative',
    name: 'Rae',
    email: 'rae@example.org',
  });
  const supporter = told.file.parties[2]?.supporters[0]?.id ?? '';
  told.decide({ kind: 'join', actor: engine, party, supporter, userId: 'rae' });
  told.decide({ kind: 'changeHelp', actor: themself, party, supporter, capacity: 'helper' });
  told.decide({ kind: 'revoke', actor: themself, party, supporter });
  told.decide({
    kind: 'invite',
    actor: themself,
    party,
    capacity: 'helper',
    name: 'Hal',
    email: 'hal@example.org',
    note: 'Of the law centre.',
  });
  const hal = { kind: 'person', userId: 'hal', role: 'respondent', party, capacity: 'helper' } as const;
  const invited = told.file.parties[2]?.supporters[0]?.id ?? '';
  told.decide({ kind: 'stepBack', actor: hal, party, supporter: invited });
  told.decide({ kind: 'askForAssignment', actor: engine, role: 'facilitator' });
  const notice = { notice: 'dispute-notice', noticeId: 'n', party, channel: 'email' };
  told.decide({ kind: 'undeliverable', actor: engine, ...notice, reason: '550 no such mailbox' });
  told.decide({ kind: 'fileRefused', actor: engine, party, document: 'd', filename: 'receipt.pdf' });
  const registrar = { kind: 'person', userId: 'registrar-1', role: 'registrar' } as const;
  const task = told.file.tasks.at(-1)?.id ?? '';
  told.decide({ kind: 'completeTask', actor: registrar, task });
  return told.decisions;
}

/** Before the notice is issued, the respondent asks for letters and secrecy; one is posted and comes back. */
function writtenToElsewhere(processOf: ProcessOf): readonly Decision[] {
  const told = new ToldCase(processOf);
  const parties = { applicant: 1, respondent: 1 };
  told.tell(processOf({ id: 'deposit', version: 5 }), { start, parties, steps: [...submitted] });
  const [applicant = '', party = ''] = told.file.parties.map(({ id }) => id);
  const themself = { kind: 'person', userId: 'respondent-1', role: 'respondent', party } as const;
  const registrar = { kind: 'person', userId: 'registrar-1', role: 'registrar' } as const;
  const address = '12 Quay Street\nVictoria BC  V8V 1A1';
  const contact = { email: 'bob@elsewhere.example', phone: '+1 250 555 0123', address, language: 'fr' } as const;
  told.decide({ kind: 'changeContact', actor: registrar, party, contact });
  told.decide({ kind: 'confirmEmail', actor: registrar, party });
  told.decide({
    kind: 'changeContact',
    actor: themself,
    party,
    contact: { writtenBy: 'letter', wantsTexts: true, isProtected: true, forget: ['email'] },
  });
  const opener = { kind: 'person', userId: 'applicant-1', role: 'applicant', party: applicant } as const;
  told.decide({ kind: 'event', actor: opener, type: 'PAY' });
  told.decide({ kind: 'event', actor: registrar, type: 'ISSUE_NOTICE' });
  const notice = { notice: 'dispute-notice', noticeId: 'n', party, channel: 'letter' };
  told.decide({ kind: 'undeliverable', actor: registrar, ...notice, reason: 'moved' });
  told.decide({ kind: 'delivered', actor: registrar, ...notice, on: '2026-03-02', tracking: 'RN 123' });
  return told.decisions;
}

function needsAreMet(processOf: ProcessOf): readonly Decision[] {
  const told = new ToldCase(processOf);
  told.tell(processOf({ id: 'deposit', version: 1 }), { start, parties, steps: [...wasServed] });
  const party = told.file.parties[2]?.id ?? '';
  const themself = { kind: 'person', userId: 'respondent-1', role: 'respondent', party } as const;
  const registrar = { kind: 'person', userId: 'registrar-1', role: 'registrar' } as const;
  const need = () => told.file.parties[2]?.needs?.at(-1)?.id ?? '';
  const afraid = { about: 'safety', wants: ['separateTalks'], details: 'Not in one room.', readers: [] } as const;
  told.decide({ kind: 'tellNeed', actor: themself, party, ...afraid });
  told.decide({ kind: 'tellNeed', actor: themself, party, need: need(), ...afraid, readers: ['facilitator'] });
  told.decide({ kind: 'answerNeed', actor: registrar, party, need: need(), outcome: 'arranged' });
  const notice = { notice: 'need-answered', noticeId: 'n', party, channel: 'email' };
  told.decide({ kind: 'delivered', actor: { kind: 'engine' }, ...notice });
  const signed = { about: 'interpreter', wants: ['sign'], readers: ['facilitator', 'member'] } as const;
  told.decide({ kind: 'tellNeed', actor: registrar, party, ...signed });
  told.decide({ kind: 'withdrawNeed', actor: themself, party, need: need() });
  told.decide({ kind: 'undeliverable', actor: { kind: 'engine' }, ...notice, reason: '550 no such mailbox' });
  told.decide({ kind: 'completeTask', actor: registrar, task: told.file.tasks.at(-1)?.id ?? '' });
  return told.decisions;
}

/** Half-way through its response window the case is moved, and the respondent answers under the new version. */
function movesOn(processOf: ProcessOf): readonly Decision[] {
  const told = new ToldCase(processOf);
  told.tell(processOf({ id: 'deposit', version: 1 }), {
    start,
    parties: { applicant: 1, respondent: 1 },
    steps: [...wasServed],
  });
  const administrator = { kind: 'person', userId: 'ada', role: 'admin' } as const;
  const map = {
    states: { 'respondent:served': 'reached' },
    fields: { 'service.method': 'service.how' },
    recompute: ['responseWindow'],
  };
  told.decide({ kind: 'migrate', actor: administrator, to: { id: 'deposit', version: 2 }, map });
  const party = told.file.parties[1]?.id ?? '';
  const respondent = { kind: 'person', userId: 'respondent-1', role: 'respondent', party } as const;
  told.decide({ kind: 'event', actor: respondent, type: 'FILE_RESPONSE', data: { position: 'agree' } });
  return told.decisions;
}

function neverRests(processOf: ProcessOf): readonly Decision[] {
  const told = new ToldCase(processOf);
  const steps = [...wasServed, { advance: 'P30D' }];
  told.tell(processOf({ id: 'deposit', version: 3 }), { start, parties: { applicant: 1, respondent: 1 }, steps });
  return told.decisions;
}

function ordersEnd(processOf: ProcessOf): readonly Decision[] {
  const told = new ToldCase(processOf);
  const ruling = { reasons: 'The carpet.', terms: 'Pay $800.', amount: 80_000 };
  const steps = [
    ...bothAnswered,
    { as: 'facilitator', do: 'GO_TO_DECISION' },
    { as: 'registrar', do: 'ASSIGN', form: { role: 'member', user: 'member-1' } },
    { as: 'member', do: 'DECIDE', form: ruling },
    { as: 'member', do: 'CORRECT', form: { ...ruling, amount: 70_000 } },
    { as: 'member', do: 'CANCEL' },
    { as: 'member', do: 'DECIDE', form: ruling },
    { as: 'applicant-1', do: 'FOLLOWED' },
  ];
  told.tell(processOf({ id: 'deposit', version: 4 }), { start, parties, steps });
  return told.decisions;
}

/** The beginning of a story, then thirty things that happen to be picked; the same for the same seed. */
function byChance(processOf: ProcessOf, id: string, story: Story, seed: number): readonly Decision[] {
  const process: Process = processOf({ id, version: 1 });
  const next = numbers(seed);
  const random = new RandomCase(process, story, next() % 41);
  for (let left = 30; left > 0; left -= 1) {
    random.next({ kind: next() % KINDS, who: next(), what: next(), answers: next() });
  }
  return random.decisions;
}

/** Numbers below a million that look like chance (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_000;
  };
}
