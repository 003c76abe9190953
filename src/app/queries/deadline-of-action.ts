import { binds } from '../../domain/access/binds.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { chartsOf } from '../../domain/decide/available.ts';
import type { Process } from '../../domain/process/process.ts';
import { handles } from '../../domain/statechart.ts';
import { closesEvent } from './closes-event.ts';
import type { Attempt } from './tried-events.ts';

/** The deadline of a state that takes this event, where it binds the actor: what runs out for them if nothing is done. */
export function deadlineOfAction(
  process: Process,
  theCase: CaseFile,
  { type, rule, actor, party }: Attempt,
): Deadline | undefined {
  if (rule.aside) return undefined;
  const charts = chartsOf(theCase, rule, party);
  const own = theCase.deadlines.filter((deadline) => binds(process.definition, theCase, deadline, actor));
  // Whoever answers an offer has as long as it stands.
  if (rule.offer && rule.offer.do !== 'make') return own.find(({ chart }) => chart.startsWith('offer:'));
  // Evidence is added through many states: its date is the one after which it no longer can be.
  if (rule.exhibit)
    return own.find(
      (one) => charts.includes(one.chart) && answers(process, theCase, one, type) && closesEvent(process, one, type),
    );
  return (
    own.find((deadline) => charts.includes(deadline.chart) && answers(process, theCase, deadline, type)) ??
    own.find((deadline) => isForTheirTurn(process, theCase, deadline, type, actor))
  );
}

/** The case waits while each of a role acts in a chart of its own: a deadline that names the role runs for that act. */
function isForTheirTurn(
  process: Process,
  theCase: CaseFile,
  deadline: Deadline,
  type: string,
  actor: Attempt['actor'],
): boolean {
  const own = theCase.parties.find(({ id }) => id === actor.party);
  const machine = own && process.partyMachines[own.role];
  const isNamed = process.definition.deadlines[deadline.name]?.binds !== undefined;
  return deadline.chart === 'case' && isNamed && machine && own.chart ? handles(machine, own.chart, type) : false;
}

function answers(process: Process, theCase: CaseFile, deadline: Deadline, type: string): boolean {
  const role = theCase.parties.find(({ id }) => id === deadline.chart)?.role;
  const machine = role ? process.partyMachines[role] : process.machine;
  const node = machine?.getStateNodeById(deadline.raises.split('.').slice(3).join('.'));
  return node !== undefined && (node.transitions.has(type) || leadsOn(node.parent, type));
}

/** What the state around it takes to go on answers its deadline too; what ends everything does not. */
function leadsOn(around: StateNode | undefined, type: string): boolean {
  const ways = around?.parent ? (around.transitions.get(type) ?? []) : [];
  return ways.some(({ target }) => target?.some((state) => state.type !== 'final'));
}

type StateNode = ReturnType<Process['machine']['getStateNodeById']>;
