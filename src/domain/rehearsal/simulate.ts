import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decision.ts';
import type { ScenarioStep } from '../definition/scenario-schema.ts';
import { ENGINE_REVISION } from '../engine-revision.ts';
import type { NoticeSent } from '../fact.ts';
import { commandFor } from '../forms/command-for.ts';
import { dueIn } from '../process/due-in.ts';
import type { Process } from '../process/process.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { statePath } from '../statechart.ts';
import { utcInstant } from '../utc-instant.ts';
import { simulatedActor, simulatedParties, withSimulatedIds } from './simulated-people.ts';

/** What a simulation is asked to play; a scenario, or a request of the API. */
export interface Simulation {
  /** Local date and time in the calendar's zone. */
  readonly start: string;
  /** Role → how many. */
  readonly parties: Readonly<Record<string, number>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  readonly steps: readonly ScenarioStep[];
}

/** One thing that happened, and where everything then stood. */
export interface TraceEntry {
  readonly at: string;
  readonly by: string;
  readonly event: string;
  readonly party?: string;
  readonly refused?: string;
  readonly detail?: Refusal;
  readonly state: string;
  readonly stage: string;
  /** Names of the notices it sent. */
  readonly notices: readonly string[];
  /** Names and local dates of the deadlines then open. */
  readonly deadlines: readonly { readonly name: string; readonly party?: string; readonly localDate: string }[];
  readonly tasks: readonly string[];
}

/** A case being played in memory, with a clock of its own. */
export interface Play {
  readonly process: Process;
  now: string;
  theCase: CaseFile | undefined;
  readonly trace: TraceEntry[];
  readonly decisions: Decision[];
  readonly sent: NoticeSent[];
  entries: number;
}

/** No case has so many entries; a process that makes more in a simulation makes them for ever. */
const MAX_ENTRIES = 5_000;

/** Starts the clock and opens the case; what is refused stands in the trace, and `theCase` stays undefined. */
export function startPlay(process: Process, simulation: Omit<Simulation, 'steps'>): Play {
  const { definition } = process;
  const zone = process.calendarAt(definition.calendar, `${simulation.start.slice(0, 10)}T12:00:00.000Z`).zone;
  const now = utcInstant(Temporal.PlainDateTime.from(simulation.start).toZonedDateTime(zone).epochMilliseconds);
  const play: Play = { process, now, theCase: undefined, trace: [], decisions: [], sent: [], entries: 0 };
  const parties = simulatedParties(definition, simulation.parties);
  const opener = Object.entries(definition.roles).find(
    ([role, rule]) => rule.kind === 'party' && (simulation.parties[role] ?? 0) > 0,
  )?.[0];
  perform(play, opener ? `${opener}-1` : 'registrar', 'OPEN', {
    kind: 'open',
    actor: { kind: 'engine' },
    caseId: 'simulated',
    reference: `${definition.reference}-0000-000001`,
    workflow: { id: definition.id, version: process.version },
    language: definition.languages[0] ?? 'en',
    parties,
    data: simulation.data ?? {},
  });
  return play;
}

/** Plays one step that is not an `expect`. */
export function playStep(play: Play, step: Exclude<ScenarioStep, { expect: unknown }>): void {
  if ('advance' in step) advance(play, step.advance);
  else if ('do' in step) perform(play, step.as, step.do, commandOf(play, step), step.party);
  else {
    const [kind, notice] =
      'deliver' in step ? (['delivered', step.deliver] as const) : (['undeliverable', step.bounce] as const);
    perform(play, 'engine', `${kind} ${notice}`, deliveryOf(play, kind, notice, step.party));
  }
}

/** Lets time pass: each deadline and reminder happens at its own moment, in order. */
function advance(play: Play, duration: string): void {
  const zone = play.process.calendarAt(play.process.definition.calendar, play.now).zone;
  const until = utcInstant(Temporal.Instant.from(play.now).toZonedDateTimeISO(zone).add(duration).epochMilliseconds);
  fireDue(play, until);
  play.now = until;
}

/**
 * Everything that falls due up to an instant, however much each firing sets. What is refused, by a process that never
 * comes to rest or sets deadlines without end, stands in the trace and stops the clock's work.
 */
export function fireDue(play: Play, until: string): void {
  for (let due = nextDue(play, until); due; due = nextDue(play, until)) {
    if (due.at > play.now) play.now = due.at;
    const before = play.entries;
    const actor = { kind: 'time' } as const;
    const command: Command | Refusal =
      play.entries >= MAX_ENTRIES
        ? refuse('EngineLimit', { atMost: MAX_ENTRIES })
        : due.notice
          ? { kind: 'remind', actor, deadline: due.deadline, notice: due.notice }
          : { kind: 'expire', actor, deadline: due.deadline };
    perform(play, 'time', due.notice ? `reminder ${due.notice}` : `deadline ${due.name}`, command, due.party);
    if (play.entries === before) return;
  }
}

function nextDue(play: Play, until: string) {
  return play.theCase?.status === 'open' ? dueIn(play.theCase, until)[0] : undefined;
}

type Act = Extract<ScenarioStep, { do: string }>;

/** The engine's own events travel like those of the definition; there is one of each whom a role could be given to. */
function commandOf(play: Play, step: Act): Command | Refusal {
  const actor = simulatedActor(play, step.as);
  const { form = {}, party } = step;
  if (!play.theCase) return refuse('CaseClosed');
  const data = step.do === 'ASSIGN' ? { user: `${String(form.role)}-1`, ...form } : form;
  return commandFor(play.theCase, { type: step.do, party, data }, actor);
}

function deliveryOf(play: Play, kind: 'delivered' | 'undeliverable', notice: string, party: string): Command {
  const sent = play.sent.findLast((one) => one.notice === notice && one.to.party === party);
  const channel = sent?.channels.includes('letter') ? 'letter' : 'email';
  const common = { actor: { kind: 'engine' } as const, notice, noticeId: sent?.id ?? '', party, channel };
  return kind === 'delivered' ? { kind, ...common } : { kind, ...common, reason: 'simulated' };
}

/** Decides one command at the clock's time and keeps what came of it. */
function perform(play: Play, by: string, event: string, command: Command | Refusal, party?: string): void {
  const stamp = { at: play.now, id: `entry-${play.entries}.`, engine: ENGINE_REVISION };
  const decided = isRefusal(command) ? command : decide(play.process, play.theCase, command, stamp);
  const happened = party ? { by, event, party } : { by, event };
  if (isRefusal(decided)) {
    play.trace.push(traceEntry(play, { ...happened, refused: decided.refused, detail: decided }, []));
    return;
  }
  const decision = withSimulatedIds(decided, play.theCase);
  play.entries += 1;
  play.theCase = decision.next;
  play.decisions.push(decision);
  const notices = decision.facts.filter((fact) => fact.kind === 'NoticeSent');
  play.sent.push(...notices);
  play.trace.push(traceEntry(play, happened, notices));
  for (const fact of decision.facts) if (fact.kind === 'AssignmentWanted') assignSimulated(play, fact.role);
}

/** Outside, the least loaded is picked; here there is one of each. */
function assignSimulated(play: Play, role: string): void {
  if (play.theCase?.status === 'closed') return;
  const userId = `${role}-1`;
  perform(play, 'engine', `ASSIGN ${role}`, { kind: 'assign', actor: { kind: 'engine' }, role, userId });
}

type Happened = Pick<TraceEntry, 'by' | 'event' | 'party' | 'refused' | 'detail'>;

function traceEntry({ now, theCase }: Play, happened: Happened, notices: readonly NoticeSent[]): TraceEntry {
  return {
    at: now,
    state: theCase ? statePath(theCase.chart) : '',
    stage: theCase?.stage ?? '',
    deadlines: (theCase?.deadlines ?? []).map(({ name, party, localDate }) =>
      party ? { name, party, localDate } : { name, localDate },
    ),
    tasks: (theCase?.tasks ?? []).map((task) => task.task),
    notices: notices.map(({ notice }) => notice),
    ...happened,
  };
}

/** Plays a whole simulation, expectations aside. */
export function simulate(process: Process, simulation: Simulation): Play {
  const play = startPlay(process, simulation);
  if (!play.theCase) return play;
  for (const step of simulation.steps) if (!('expect' in step)) playStep(play, step);
  return play;
}
