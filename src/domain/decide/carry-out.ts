import type { Action } from '../definition/action-schema.ts';
import type { Environment } from '../environment.ts';
import type { ChartAction } from '../statechart.ts';
import { wantAssignment } from './assignments.ts';
import { endDeadline, startDeadline } from './deadlines.ts';
import { chargeFee, refundFee, waiveFee } from './fees.ts';
import { issueDecision, issueOrder, publishDecision } from './outcomes.ts';
import type { Move } from './run-charts.ts';
import { openTask } from './tasks.ts';
import { change, nextId, type Turn } from './turn.ts';

/** An action that a chart asked for, and where it came from. */
export interface Asked {
  readonly chart: string;
  /** The party that the step was about. */
  readonly about: string | undefined;
  readonly action: ChartAction;
  /** The event of the step, its answers included. */
  readonly event: Environment['event'];
}

type CarryOut<T extends Action['type']> = (
  turn: Turn,
  action: Extract<Action, { type: T }>,
  asked: Asked,
) => readonly Move[] | undefined;

/** What each action of the format does. `set` is done by the chart itself. */
const CARRY_OUT: { readonly [T in Exclude<Action['type'], 'set'>]: CarryOut<T> } = {
  notify: (turn, { notice }, { chart }) => {
    turn.issues.push({ kind: 'notice', name: notice, party: chart === 'case' ? undefined : chart, id: '' });
    return undefined;
  },
  generate: (turn, { document }, { about }) => {
    turn.issues.push({ kind: 'document', name: document, party: about, id: nextId(turn) });
    return undefined;
  },
  charge: (turn, { fee }, { about }) => chargeFee(turn, fee, about),
  refund: (turn, { fee }) => refundFee(turn, fee),
  waive: (turn, { fee }) => waiveFee(turn, fee),
  assign: (turn, { role }) => wantAssignment(turn, role),
  task: (turn, action, { chart, about }) => openTask(turn, action, chart, about),
  tell: (turn, { to, event }, { chart, about }) => told(turn, to, event, chart, about),
  privilege: (turn, { room }) => moveRoom(turn, room === 'open' ? 'open' : 'closed'),
  decide: (turn, action, asked) => issueDecision(turn, action, asked),
  order: (turn, action, asked) => issueOrder(turn, action, asked),
  publish: (turn) => publishDecision(turn),
  outcome: (turn, { outcome }) => change(turn, { outcome }),
};

/** Carries out one action; answers the events that it sends on to charts. */
export function carryOut(turn: Turn, asked: Asked): Move[] {
  const { type, params } = asked.action;
  if (type === 'xstate.raise') startDeadline(turn, asked.chart, (params as { id: string }).id);
  else if (type === 'xstate.cancel') endDeadline(turn, asked.chart, (params as { sendId: string }).sendId);
  else {
    const carry = CARRY_OUT[type as keyof typeof CARRY_OUT] as CarryOut<Action['type']> | undefined;
    return [...(carry?.(turn, params as never, asked) ?? [])];
  }
  return [];
}

/** `case`, `party` (the chart's own), or a role: every party of it. */
function told(turn: Turn, to: string, type: string, chart: string, about: string | undefined): Move[] {
  if (to === 'case') return [{ chart: 'case', type, about: chart === 'case' ? about : chart }];
  const told = turn.theCase.parties.filter((party) => (to === 'party' ? party.id === about : party.role === to));
  return told.filter((party) => party.chart).map((party) => ({ chart: party.id, type }));
}

function moveRoom(turn: Turn, room: 'open' | 'closed'): void {
  if (turn.theCase.room === room) return;
  change(turn, { room });
  turn.facts.push({ kind: 'RoomMoved', room });
}
