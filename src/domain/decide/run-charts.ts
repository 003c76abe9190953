import type { AnyStateMachine } from 'xstate';
import { NeverAtRest } from '../never-at-rest.ts';
import type { Environment, Write } from '../process/environment.ts';
import { type ChartState, type ChartStep, handles, startChart, statePath, stepChart } from '../statechart.ts';
import type { Asked, Move } from './asked.ts';
import { carryOut } from './carry-out.ts';
import { endDeadlinesOf } from './deadlines.ts';
import { stageOf } from './stage-of.ts';
import { closeTasksLeft } from './tasks.ts';
import { change, changeParty, chartOf, environment, partyOf, type Turn } from './turn.ts';

/** A process that has not come to rest after so many steps never will. */
const MAX_STEPS = 500;

/** Puts a chart into its initial state and lets everything settle. */
export function enterChart(turn: Turn, chart: string): void {
  const machine = machineOf(turn, chart);
  const about = chart === 'case' ? turn.party : chart;
  const step = startChart<Environment>(machine, environment(turn, about));
  settle(turn, applyStep(turn, chart, step));
}

/**
 * Takes one event and all that follows from it, breadth first, until no chart has anything left to do. Answers false,
 * with nothing changed, when the chart does not take the event.
 */
export function runCharts(turn: Turn, first: Move): boolean {
  const following = take(turn, first);
  if (!following) return false;
  settle(turn, following);
  return true;
}

function settle(turn: Turn, moves: readonly Move[]): void {
  const queue = [...moves];
  for (let steps = 0; queue.length > 0; steps += 1) {
    if (steps > MAX_STEPS) throw new NeverAtRest();
    const move = queue.shift() as Move;
    queue.push(...(take(turn, move) ?? []));
  }
}

function take(turn: Turn, move: Move): Move[] | undefined {
  const state = chartOf(turn.theCase, move.chart);
  if (!state || state.done) return undefined;
  const machine = machineOf(turn, move.chart);
  // Most of what charts tell each other concerns few of their states.
  if (!handles(machine, state, move.type)) return undefined;
  const about = move.chart === 'case' ? (move.about ?? turn.party) : move.chart;
  const event = move.type === turn.event.type ? turn.event : { ...turn.event, type: move.type };
  const context = environment(turn, about, event);
  const step = stepChart(machine, state, { type: move.type }, context);
  return step && applyStep(turn, move.chart, step);
}

function applyStep(turn: Turn, chart: string, step: ChartStep<Environment>): Move[] {
  const before = chartOf(turn.theCase, chart);
  const about = step.context.party?.id;
  applyWrites(turn, about, step.context.writes);
  moveTo(turn, chart, step.state);
  const hasMoved = !before || statePath(before) !== statePath(step.state);
  // Before the actions: what the state now entered asks for anew must not be taken for the task of the one left.
  if (hasMoved) closeTasksLeft(turn, chart);
  const moves: Move[] = [];
  const asked: Asked = { chart, about, event: step.context.event, moves };
  for (const action of step.actions) carryOut(turn, action, asked);
  if (chart !== 'case' && hasMoved) moves.push({ chart: 'case', type: 'PARTY_CHANGED', about: chart });
  if (chart !== 'case' && step.state.done) endDeadlinesOf(turn, chart);
  return moves;
}

/** Writes what `set` actions said into the case file; the same paths that `written` showed to later guards. */
function applyWrites(turn: Turn, about: string | undefined, writes: readonly Write[]): void {
  for (const { path, value } of writes) {
    const [root, name, field] = path;
    if (root === 'data' && field) {
      const { data } = turn.theCase;
      change(turn, { data: { ...data, [name]: { ...data[name], [field]: value } } });
    } else if (about) writeToParty(turn, about, name, field, value);
  }
}

function writeToParty(turn: Turn, id: string, name: string, field: string | undefined, value: unknown): void {
  const data = partyOf(turn.theCase, id)?.data ?? {};
  if (field) changeParty(turn, id, { data: { ...data, [name]: { ...data[name], [field]: value } } });
  else if (name === 'servedOn') changeParty(turn, id, { servedOn: String(value) });
  else changeParty(turn, id, { responded: value === true });
}

function moveTo(turn: Turn, chart: string, state: ChartState): void {
  if (chart === 'case') moveCase(turn, state);
  else changeParty(turn, chart, { chart: state });
}

function moveCase(turn: Turn, state: ChartState): void {
  const stage = stageOf(turn.process.definition.chart, state) ?? turn.theCase.stage;
  const moved = stage !== turn.theCase.stage;
  change(turn, { chart: state, stage, stageSince: moved ? turn.at : turn.theCase.stageSince });
}

export function machineOf(turn: Pick<Turn, 'process' | 'theCase'>, chart: string): AnyStateMachine {
  if (chart === 'case') return turn.process.machine;
  const role = partyOf(turn.theCase, chart)?.role ?? '';
  const machine = turn.process.partyMachines[role];
  if (!machine)
    throw new Error(
      `${turn.process.definition.id} has no party chart for ${role}; decide asks only for roles that have one`,
    );
  return machine;
}
