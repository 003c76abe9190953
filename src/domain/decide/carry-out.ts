import type { Action } from '../definition/action-schema.ts';
import type { PlacedAction } from '../process/compile-chart.ts';
import type { ChartAction } from '../statechart.ts';
import type { Asked } from './asked.ts';
import { wantAssignment } from './assignments.ts';
import { endDeadline, startDeadline } from './deadlines.ts';
import { chargeFee, refundFee, waiveFee } from './fees.ts';
import { clearTable } from './offers.ts';
import { endStanding } from './order-standings.ts';
import { issueDecision, issueOrder, publishDecision } from './outcomes.ts';
import { openTask } from './tasks.ts';
import { change, nextId, type Turn } from './turn.ts';

type CarryOut<T extends Action['type']> = (turn: Turn, action: Extract<Action, { type: T }>, asked: Asked) => void;

/** What each action of the format does. `set` is done by the chart itself. */
const CARRY_OUT: { readonly [T in Exclude<Action['type'], 'set'>]: CarryOut<T> } = {
  notify: (turn, { notice }, { chart }) => {
    turn.issues.push({ kind: 'notice', name: notice, party: chart === 'case' ? undefined : chart, id: '' });
  },
  generate: (turn, { document }, { about }) => {
    turn.issues.push({ kind: 'document', name: document, party: about, id: nextId(turn) });
  },
  charge: (turn, { fee }, { about }) => chargeFee(turn, fee, about),
  refund: (turn, { fee }) => refundFee(turn, fee),
  waive: (turn, { fee }) => waiveFee(turn, fee),
  assign: (turn, { role }) => wantAssignment(turn, role),
  task: (turn, action, { chart, entered }) => openTask(turn, action, chart, entered),
  tell,
  privilege: (turn, { room }) => moveRoom(turn, room === 'open' ? 'open' : 'closed'),
  decide: issueDecision,
  order: issueOrder,
  standing: (turn, { standing }, { chart }) => endStanding(turn, chart, standing),
  publish: publishDecision,
  outcome: (turn, { outcome }) => change(turn, { outcome: outcome === 'none' ? null : outcome }),
};

/** Carries out one action that a chart asked for: one of the format, or XState's own start and end of a delay. */
export function carryOut(turn: Turn, { type, params }: ChartAction, asked: Asked): void {
  if (type === 'xstate.raise') startDeadline(turn, asked.chart, (params as { id: string }).id);
  else if (type === 'xstate.cancel') leaveDeadline(turn, asked, (params as { sendId: string }).sendId);
  else {
    const { action, entered } = params as PlacedAction;
    const carry = CARRY_OUT[type as keyof typeof CARRY_OUT] as CarryOut<Action['type']>;
    const { chart, about, event, moves } = asked;
    carry(turn, action as never, { chart, about, event, moves, entered });
  }
}

/** What someone did themself meets the deadline of the state it ends; what follows from others' doing makes it moot. */
function leaveDeadline(turn: Turn, { chart, event }: Asked, raises: string): void {
  const isTheAct = turn.actor.kind === 'person' && event.type === turn.event.type;
  endDeadline(turn, chart, raises, isTheAct ? 'met' : 'dropped');
}

/** To `case`, to `party` (the chart's own), or to a role: every party of it. */
function tell(turn: Turn, { to, event }: Extract<Action, { type: 'tell' }>, { chart, about, moves }: Asked): void {
  if (to === 'case') moves.push({ chart: 'case', type: event, about: chart === 'case' ? about : chart });
  for (const party of turn.theCase.parties) {
    const isMeant = to === 'party' ? party.id === about : party.role === to;
    if (isMeant && party.chart) moves.push({ chart: party.id, type: event });
  }
}

function moveRoom(turn: Turn, room: 'open' | 'closed'): void {
  if (turn.theCase.room === room) return;
  // Revision 1 left the offer there, open and out of everyone's reach.
  if (room === 'closed' && turn.engine >= 2) clearTable(turn);
  change(turn, { room });
  turn.facts.push({ kind: 'RoomMoved', room });
}
