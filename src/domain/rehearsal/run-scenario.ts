import type { z } from 'zod';
import { STUCK_TASK } from '../decide/decide-time.ts';
import type { expectationSchema, Scenario } from '../definition/scenario-schema.ts';
import { exhibitStatus } from '../exhibit.ts';
import { outstanding } from '../process/environment.ts';
import type { Process } from '../process/process.ts';
import { isIn, statePath } from '../statechart.ts';
import { type Play, playStep, startPlay, type TraceEntry } from './simulate.ts';

type Expectation = z.infer<typeof expectationSchema>;

export interface ScenarioProblem {
  /** From 0; -1 is the opening itself. */
  readonly step: number;
  readonly message: string;
}

export interface ScenarioResult {
  readonly name: string;
  readonly ok: boolean;
  readonly problems: readonly ScenarioProblem[];
  readonly trace: readonly TraceEntry[];
}

/** Plays a scenario and holds it against what it expects. Every problem is reported; a refusal nobody expected ends it. */
export function runScenario(process: Process, scenario: Scenario): ScenarioResult {
  const play = startPlay(process, scenario);
  const problems: ScenarioProblem[] = [];
  const report = (step: number, messages: readonly string[]) =>
    problems.push(...messages.map((message) => ({ step, message })));
  if (!play.theCase) report(-1, [`The case could not be opened: ${refusalOf(play.trace[0])}.`]);
  let sentBefore = 0;
  for (const [index, step] of scenario.steps.entries()) {
    if (!play.theCase) break;
    if ('expect' in step) {
      report(index, unmet(play, step.expect, sentBefore));
      sentBefore = play.sent.length;
      continue;
    }
    const wrong = wrongStep(play, step);
    if (wrong) report(index, [wrong]);
    if (wrong && !('do' in step && step.refused)) break;
  }
  return { name: scenario.name, ok: problems.length === 0, problems, trace: play.trace };
}

type Played = Exclude<Scenario['steps'][number], { expect: unknown }>;

/** Plays a step; what went otherwise than it says, as a sentence. */
function wrongStep(play: Play, step: Played): string | undefined {
  const before = play.trace.length;
  playStep(play, step);
  const entries = play.trace.slice(before);
  // An act is the first thing that happens; while time passes, any of them could be refused.
  const entry = 'advance' in step ? entries.find((one) => one.refused) : entries[0];
  return wrongAnswer(entry, 'do' in step ? step.refused : undefined) ?? stuck(entries);
}

function wrongAnswer(entry: TraceEntry | undefined, expected: string | undefined): string | undefined {
  if (!entry || entry.refused === expected) return undefined;
  if (expected === undefined) return `${entry.by} could not ${entry.event}: ${refusalOf(entry)}.`;
  return `${entry.event} by ${entry.by} should have been refused (${expected}), but was ${entry.refused ?? 'accepted'}.`;
}

/** Time is never refused: where the process could not follow it, the registry has a task. */
function stuck(entries: readonly TraceEntry[]): string | undefined {
  const entry = entries.find(({ by, tasks }) => by === 'time' && tasks.includes(STUCK_TASK));
  return entry && `The process never came to rest after the ${entry.event}.`;
}

function refusalOf(entry: TraceEntry | undefined): string {
  const errors = entry?.detail?.errors?.map(({ path, message }) => `${path}: ${message}`) ?? [];
  return [entry?.refused ?? '', JSON.stringify(entry?.detail?.facts ?? {}), ...errors].join(' ');
}

/** Each expectation that does not hold, as a sentence. */
function unmet(play: Play, expected: Expectation, sentBefore: number): string[] {
  const theCase = play.theCase;
  if (!theCase) return [];
  const sent = play.sent.slice(sentBefore).map((notice) => notice.notice);
  const tasks = theCase.tasks.map(({ task }) => task);
  return [
    ...(expected.state !== undefined && !isIn(theCase.chart, expected.state)
      ? [differs('state', expected.state, statePath(theCase.chart))]
      : []),
    ...same('stage', expected.stage, theCase.stage),
    ...same('status', expected.status, theCase.status),
    ...same('outcome', expected.outcome, theCase.outcome),
    ...partyStates(play, expected.party ?? {}),
    ...missing('notice', expected.sent, sent),
    ...(expected.notSent ?? [])
      .filter((name) => sent.includes(name))
      .map((name) => `The notice ${name} should not have been sent.`),
    ...dueDates(play, expected.deadlines ?? {}),
    ...missing('task', expected.tasks, tasks),
    ...standings(play, expected.orders ?? {}),
    ...(expected.documents ? missing('document', expected.documents, documentsIn(play)) : []),
    ...exhibits(play, expected.exhibits ?? {}),
    ...Object.entries(expected.outstanding ?? {}).flatMap(([fee, cents]) => {
      const ledger = theCase.fees[fee];
      return same(`outstanding ${fee}`, cents, ledger ? outstanding(ledger) : 0);
    }),
  ];
}

function documentsIn({ decisions }: Play): string[] {
  return decisions.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === 'DocumentIssued' ? [fact.document] : [])),
  );
}

function exhibits({ theCase }: Play, expected: Readonly<Record<string, string>>): string[] {
  return Object.entries(expected).flatMap(([number, status]) => {
    const exhibit = theCase?.exhibits?.find((one) => one.number === number);
    return same(`exhibit ${number}`, status, exhibit ? exhibitStatus(exhibit) : 'missing');
  });
}

function same(what: string, expected: unknown, actual: unknown): string[] {
  return expected === undefined || expected === actual ? [] : [differs(what, expected, actual)];
}

function differs(what: string, expected: unknown, actual: unknown): string {
  return `The ${what} should be ${String(expected)}, but is ${String(actual)}.`;
}

function missing(what: string, expected: readonly string[] = [], actual: readonly string[]): string[] {
  return expected
    .filter((name) => !actual.includes(name))
    .map((name) => `The ${what} ${name} is missing; there is: ${actual.join(', ') || 'none'}.`);
}

function partyStates(play: Play, expected: Readonly<Record<string, string>>): string[] {
  return Object.entries(expected).flatMap(([id, state]) => {
    const chart = play.theCase?.parties.find((party) => party.id === id)?.chart;
    if (!chart) return [`The party ${id} has no chart, or is not in the case.`];
    return isIn(chart, state) ? [] : [differs(`state of ${id}`, state, statePath(chart))];
  });
}

/** A deadline's name alone, or with its party: `responseWindow` or `responseWindow@respondent-2`. */
function dueDates(play: Play, expected: Readonly<Record<string, string>>): string[] {
  return Object.entries(expected).flatMap(([key, date]) => {
    const [name, party] = key.split('@');
    const open = (play.theCase?.deadlines ?? []).filter((one) => one.name === name && (!party || one.party === party));
    if (open.some(({ localDate }) => localDate === date)) return [];
    return [differs(`deadline ${key}`, date, open.map(({ localDate }) => localDate).join(', ') || 'not running')];
  });
}

/** An order by its kind, alone or with the party whose chart issued it: `default` or `default@respondent-2`. */
function standings(play: Play, expected: NonNullable<Expectation['orders']>): string[] {
  return Object.entries(expected).flatMap(([key, standing]) => {
    const [kind, chart] = key.split('@');
    const order = play.theCase?.orders?.findLast((one) => one.order === kind && (!chart || one.chart === chart));
    return same(`order ${key}`, standing, order?.standing ?? 'not issued');
  });
}
