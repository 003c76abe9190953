import type { Answers, OpenTask } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Deadline } from '../deadline.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type ChartState, delaysOf, isWithin, stateAt, statePath } from '../statechart.ts';
import { deadlineAudience, dropDeadline, recomputed, startDeadline } from './deadlines.ts';
import { machineOf } from './run-charts.ts';
import { stageOf } from './stage-of.ts';
import { change, changeParty, type Turn } from './turn.ts';

type Migrate = Extract<Command, { kind: 'migrate' }>;

/**
 * Moves an open case to another version of its workflow; the turn's process is the new one. Each chart goes to the state
 * that the map names for its own, or to the one of the same path. Deadlines of the same name run on as people were told,
 * unless the map has them recomputed; those that the new state does not know are dropped, and those it adds start now.
 */
export function migrateCase(turn: Turn, command: Migrate): Refusal | undefined {
  const moves = chartsIn(turn).map((moved) => ({ ...moved, to: destination(turn, moved, command.map) }));
  const stuck = moves.find(({ to }) => to === undefined);
  if (stuck) return refuse('CannotMigrate', { chart: stuck.role ?? 'case', state: statePath(stuck.state) });
  change(turn, { workflow: command.to });
  moveAnswers(turn, command.map.fields);
  for (const { chart, to } of moves) moveChart(turn, chart, to as ChartState, command.map);
  return undefined;
}

interface Moved {
  readonly chart: string;
  /** Of a party's chart. */
  readonly role?: string;
  readonly state: ChartState;
}

function chartsIn({ theCase }: Turn): Moved[] {
  const parties = theCase.parties.flatMap(({ id, role, chart }) => (chart ? [{ chart: id, role, state: chart }] : []));
  return [{ chart: 'case', state: theCase.chart }, ...parties];
}

/** Where a chart goes; nothing when the new version has no such state, or the case would end without an outcome. */
function destination(turn: Turn, { chart, role, state }: Moved, map: Migrate['map']): ChartState | undefined {
  if (role && !turn.process.partyMachines[role]) return undefined;
  const path = statePath(state);
  const to = stateAt(machineOf(turn, chart), map.states[role ? `${role}:${path}` : path] ?? path);
  return to?.done && chart === 'case' ? undefined : to;
}

function moveChart(turn: Turn, chart: string, state: ChartState, map: Migrate['map']): void {
  if (chart === 'case') {
    const stage = stageOf(turn.process.definition.chart, state) ?? turn.theCase.stage;
    const stageSince = stage === turn.theCase.stage ? turn.theCase.stageSince : turn.at;
    change(turn, { chart: state, stage, stageSince });
  } else changeParty(turn, chart, { chart: state });
  moveTasks(turn, chart, state);
  moveDeadlines(turn, chart, state.done ? [] : delaysOf(machineOf(turn, chart), state), map.recompute);
}

/** Work goes with the case: what a state asked for that is now called otherwise is asked for by the new one. */
function moveTasks(turn: Turn, chart: string, state: ChartState): void {
  const isLeft = ({ openedIn }: OpenTask) => openedIn.chart === chart && !isWithin(state, openedIn.state);
  const tasks = turn.theCase.tasks.map((task) =>
    isLeft(task) ? { ...task, openedIn: { chart, state: statePath(state) } } : task,
  );
  change(turn, { tasks });
}

function moveDeadlines(
  turn: Turn,
  chart: string,
  raised: readonly { name: string; raises: string }[],
  recompute: readonly string[],
): void {
  const running = turn.theCase.deadlines.filter((deadline) => deadline.chart === chart);
  for (const deadline of running) {
    const now = raised.find(({ name }) => name === deadline.name);
    if (now) keepDeadline(turn, deadline, now.raises, recompute.includes(deadline.name));
    else dropDeadline(turn, deadline);
  }
  for (const { name, raises } of raised) {
    if (!running.some((deadline) => deadline.name === name)) startDeadline(turn, chart, raises);
  }
}

function keepDeadline(turn: Turn, deadline: Deadline, raises: string, isAnew: boolean): void {
  const kept = { ...(isAnew ? recomputed(turn, deadline) : deadline), raises };
  if (!isAnew && raises === deadline.raises) return;
  change(turn, { deadlines: turn.theCase.deadlines.map((one) => (one.id === kept.id ? kept : one)) });
  turn.facts.push({ kind: 'DeadlineMoved', deadline: kept, audience: deadlineAudience(kept) });
}

/** Answers go where the new version keeps them; what the map does not name stays. */
function moveAnswers(turn: Turn, fields: Migrate['map']['fields']): void {
  const move = (answers: Answers) => Object.entries(fields).reduce(moveAnswer, answers);
  change(turn, {
    data: move(turn.theCase.data),
    parties: turn.theCase.parties.map((party) => ({ ...party, data: move(party.data) })),
  });
}

function moveAnswer(answers: Answers, [from, to]: readonly [string, string]): Answers {
  const [form = '', field = ''] = from.split('.');
  const [newForm = '', newField = ''] = to.split('.');
  const value = answers[form]?.[field];
  if (value === undefined) return answers;
  const { [field]: _, ...rest } = answers[form] ?? {};
  const without = { ...answers, [form]: rest };
  return { ...without, [newForm]: { ...without[newForm], [newField]: value } };
}
