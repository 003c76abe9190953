import type { StateValue } from 'xstate';
import type { Answers } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Deadline } from '../deadline.ts';
import type { ChartNode } from '../definition/chart-schema.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type ChartState, delaysOf, statePath } from '../statechart.ts';
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
  const charts = [
    { chart: 'case', role: undefined, node: turn.process.definition.chart, state: turn.theCase.chart },
    ...turn.theCase.parties.flatMap(({ id, role, chart }) => {
      const node = partyChart(turn, role);
      return chart ? [{ chart: id, role, node, state: chart }] : [];
    }),
  ];
  const moves = charts.map(({ chart, role, node, state }) => ({
    chart,
    to: destination(command.map, node, role, state),
  }));
  const stuck = charts.find((_, index) => moves[index]?.to === undefined);
  if (stuck) return refuse('CannotMigrate', { chart: stuck.role ?? 'case', state: statePath(stuck.state) });
  change(turn, { workflow: command.to });
  moveAnswers(turn, command.map.fields);
  for (const { chart, to } of moves) moveChart(turn, chart, to as ChartState, command.map);
  return undefined;
}

function partyChart(turn: Turn, role: string): ChartNode | undefined {
  const rule = turn.process.definition.roles[role];
  return rule?.kind === 'party' && rule.chart ? turn.process.definition.partyCharts[rule.chart] : undefined;
}

/** Where a chart goes; undefined when the new version has no such open state. A chart that is done stays done. */
function destination(
  map: Migrate['map'],
  node: ChartNode | undefined,
  role: string | undefined,
  state: ChartState,
): ChartState | undefined {
  if (!node) return undefined;
  const path = statePath(state);
  const paths = (map.states[role ? `${role}:${path}` : path] ?? path).split('+');
  const value = paths.map((one) => valueAt(node, one.split('.'))).reduce<StateValue | undefined>(merged, {});
  return value === undefined || isEmpty(value) ? undefined : { value, done: state.done };
}

/** The state value of a path of names, filled down to the leaves; undefined when there is no such state. */
function valueAt(node: ChartNode, path: readonly string[]): StateValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return initialValue(node);
  const child = node.states && Object.hasOwn(node.states, name) ? node.states[name] : undefined;
  if (!child) return undefined;
  const below = valueAt(child, rest);
  return below === undefined ? undefined : isEmpty(below) ? name : { [name]: below };
}

function initialValue(node: ChartNode): StateValue {
  if (!node.states) return {};
  const names = node.type === 'parallel' ? Object.keys(node.states) : [node.initial ?? ''];
  const values = names.map((name) => {
    const below = initialValue(node.states?.[name] ?? {});
    return node.type !== 'parallel' && isEmpty(below) ? name : { [name]: below };
  });
  return values.reduce<StateValue>((all, value) => merged(all, value) ?? all, {});
}

function merged(one: StateValue | undefined, other: StateValue | undefined): StateValue | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (typeof one === 'string' || typeof other === 'string') return isEmpty(one) ? other : one;
  const both = { ...one };
  for (const [name, value] of Object.entries(other)) both[name] = merged(both[name] ?? {}, value) ?? {};
  return both;
}

function isEmpty(value: StateValue): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function moveChart(turn: Turn, chart: string, state: ChartState, map: Migrate['map']): void {
  if (chart === 'case') {
    const stage = stageOf(turn.process.definition.chart, state) ?? turn.theCase.stage;
    const stageSince = stage === turn.theCase.stage ? turn.theCase.stageSince : turn.at;
    change(turn, { chart: state, stage, stageSince });
  } else changeParty(turn, chart, { chart: state });
  if (!state.done) moveDeadlines(turn, chart, delaysOf(machineOf(turn, chart), state), map.recompute);
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
