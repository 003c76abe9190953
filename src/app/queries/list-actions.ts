import { audiencesOf } from '../../domain/audiences-of.ts';
import { may } from '../../domain/authority.ts';
import { binds } from '../../domain/binds.ts';
import type { CaseFile, OpenTask } from '../../domain/case-file.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { chartsOf } from '../../domain/decide/available.ts';
import { deadlineAudience } from '../../domain/decide/deadlines.ts';
import { named } from '../../domain/definition/definition-view.ts';
import type { EngineCommand } from '../../domain/definition/engine-events.ts';
import { ENGINE_FORMS } from '../../domain/engine-forms.ts';
import { environmentOf, outstanding } from '../../domain/environment.ts';
import { feeAmount } from '../../domain/fee-amount.ts';
import { type FormSchema, formJsonSchema } from '../../domain/form-json-schema.ts';
import { maySeeTask } from '../../domain/may-see-task.ts';
import { mayChangeNeed, mayTellNeed, needsFor } from '../../domain/needs-for.ts';
import type { Process } from '../../domain/process.ts';
import { handles } from '../../domain/statechart.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { actorsFor } from '../acting.ts';
import { type DeadlineView, deadlineView } from '../case-view.ts';
import type { Ports } from '../ports/ports.ts';
import { whatIsAnswered } from '../what-is-answered.ts';
import { caseFor } from './case-for.ts';
import { closesEvent } from './closes-event.ts';
import { type Attempt, triedEvents } from './tried-events.ts';

/** Something the viewer can do now. */
export interface ActionView {
  readonly event: string;
  readonly title: string;
  readonly hint?: string;
  readonly scope: 'case' | 'party';
  /** The party that the event is about: to be sent with it. */
  readonly party?: string;
  readonly form: FormSchema;
  /** Charged when it is done. */
  readonly fee?: FeeView;
  /** Charged before, and not paid yet: what paying it comes to. */
  readonly owed?: Omit<FeeView, 'bands'>;
  readonly confirm?: string;
  /** Only for who has just signed in. */
  readonly stepUp?: true;
  /** Which offer, or which round of bidding, it answers: sent with it, so that no other is agreed to unseen. */
  readonly answering?: string;
  /** What it does to the evidence of the party. */
  readonly exhibit?: 'add' | 'replace' | 'describe' | 'withdraw';
  /** What runs out unless something like this is done. */
  readonly deadline?: DeadlineView;
}

/** A fee before it is charged. Cents. */
export interface FeeView {
  readonly name: string;
  /** What it comes to by what is known now. */
  readonly amount: number;
  readonly currency: string;
  /** Where answers decide: the last of these whose condition holds when it is done sets the amount instead. */
  readonly bands?: readonly { readonly if: string; readonly amount: number }[];
}

type User = Extract<Viewer, { kind: 'user' }>;
type Person = ReturnType<typeof actorsFor>[number];

/** What the viewer can do in a case now, in the definition's order, then what the engine itself offers; nothing when there is no such case for them. */
export function listActions(
  ports: Pick<Ports, 'registry' | 'clock' | 'processOf' | 'ids'>,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly ActionView[] | undefined {
  return ports.registry.read((reads) => {
    const theCase = caseFor(reads, viewer, caseId);
    if (!theCase || viewer.kind === 'stranger') return undefined;
    const process = ports.processOf(theCase.workflow);
    const at = ports.clock.now();
    return [
      ...definedActions(process, theCase, viewer, at, language).map((action) => ({
        ...action,
        ...answered(ports, process, theCase, viewer, action),
      })),
      ...engineActions(process, theCase, viewer, language),
    ];
  });
}

/** What it says yes or no to, for who reads the room. */
function answered(
  { ids }: Pick<Ports, 'ids'>,
  { definition }: Process,
  theCase: CaseFile,
  viewer: User,
  { event }: ActionView,
): Pick<ActionView, 'answering'> {
  const rule = named(definition.events, event);
  const answering =
    rule && audiencesOf(viewer, theCase).includes('room') ? whatIsAnswered(ids, theCase, rule) : undefined;
  return answering === undefined ? {} : { answering };
}

/** What the definition lets the viewer do in a case as it stands. */
export function definedActions(
  process: Process,
  theCase: CaseFile,
  viewer: User,
  at: string,
  language: string,
): ActionView[] {
  return triedEvents(process, theCase, viewer, at)
    .filter(({ refusal }) => refusal === undefined)
    .map((attempt) => actionView(process, theCase, attempt, language));
}

function actionView(process: Process, theCase: CaseFile, attempt: Attempt, language: string): ActionView {
  const { definition } = process;
  const { type, rule, party } = attempt;
  const fee = rule.fee ? feeOf(process, theCase, attempt, rule.fee) : undefined;
  const owed = rule.pays && !rule.fee ? owedOf(process, theCase, rule.pays) : undefined;
  const deadline = deadlineOf(process, theCase, attempt);
  const form = rule.form ? definition.forms[rule.form] : undefined;
  return {
    event: type,
    title: textIn(rule.title, language) || type,
    ...(rule.hint ? { hint: textIn(rule.hint, language) } : {}),
    scope: rule.scope,
    ...(rule.scope === 'party' && party ? { party } : {}),
    form: formJsonSchema(
      form,
      language,
      theCase.parties.map(({ id }) => id),
    ),
    ...(fee ? { fee } : {}),
    ...(owed ? { owed } : {}),
    ...(rule.confirm ? { confirm: textIn(rule.confirm, language) } : {}),
    ...(rule.stepUp ? { stepUp: true } : {}),
    ...(rule.exhibit ? { exhibit: rule.exhibit.do } : {}),
    ...(deadline ? { deadline: deadlineView(deadline, language) } : {}),
  };
}

function feeOf(process: Process, theCase: CaseFile, { actor, party, at, type }: Attempt, name: string): FeeView {
  const seen = environmentOf(theCase, {
    at,
    actor,
    party,
    event: { type },
    feeNames: Object.keys(process.definition.fees),
  });
  const bands = process.definition.fees[name]?.amountWhen;
  return {
    name,
    amount: feeAmount(process, name, seen),
    currency: process.definition.currency,
    ...(bands ? { bands } : {}),
  };
}

function owedOf({ definition }: Process, { fees }: CaseFile, name: string): ActionView['owed'] {
  const ledger = fees[name];
  const amount = ledger ? outstanding(ledger) : 0;
  return amount > 0 ? { name, amount, currency: definition.currency } : undefined;
}

/** The deadline of a state that takes this event, where it binds the actor: what runs out for them if nothing is done. */
function deadlineOf(process: Process, theCase: CaseFile, { type, rule, actor, party }: Attempt): Deadline | undefined {
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
function isForTheirTurn(process: Process, theCase: CaseFile, deadline: Deadline, type: string, actor: Person): boolean {
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

/** What the engine itself offers to who is entitled. */
function engineActions(process: Process, theCase: CaseFile, viewer: User, language: string): ActionView[] {
  const offer = (event: EngineCommand, more: Partial<ActionView> = {}): ActionView => ({
    event,
    title: textIn(ENGINE_FORMS[event].title, language),
    scope: 'case',
    form: formJsonSchema(ENGINE_FORMS[event], language, []),
    ...more,
  });
  const isOpen = theCase.status === 'open';
  return [
    ...(isOpen
      ? extendable(process, theCase, viewer).map((deadline) =>
          offer('EXTEND_DEADLINE', { deadline: deadlineView(deadline, language) }),
        )
      : []),
    ...(isOpen && may(viewer, 'case.assign', theCase) ? [offer('ASSIGN')] : []),
    ...(hasTaskByHand(theCase, viewer) ? [offer('COMPLETE_TASK')] : []),
    ...(may(viewer, 'conflict.declare', theCase) ? [offer('DECLARE_CONFLICT')] : []),
    ...reachable(theCase, viewer, offer),
    ...ownParties(theCase, viewer).flatMap((party) => [
      ...(isOpen ? [offer('INVITE', { scope: 'party', party })] : []),
      ...changeable(theCase, party, offer),
    ]),
    ...supported(theCase, viewer).map((party) => offer('STEP_BACK', { scope: 'party', party })),
    ...needActions(theCase, viewer, offer),
  ];
}

function extendable(process: Process, theCase: CaseFile, viewer: User): Deadline[] {
  const roles = actorsFor(viewer, theCase)
    .filter((actor) => actor.capacity === undefined)
    .map((actor) => actor.role);
  const known = theCase.deadlines.filter((deadline) =>
    may(viewer, 'part.read', { caseFile: theCase, audience: deadlineAudience(deadline) }),
  );
  return known.filter((deadline) => {
    const extend = process.definition.deadlines[deadline.name]?.extend;
    return extend !== undefined && deadline.extensions < extend.times && extend.by.some((role) => roles.includes(role));
  });
}

function hasTaskByHand(theCase: CaseFile, viewer: User): boolean {
  const roles = actorsFor(viewer, theCase).map((actor) => actor.role);
  const isTheirs = (task: OpenTask) => roles.includes(task.queue) && maySeeTask(viewer, theCase, task);
  return theCase.tasks.some((task) => task.closedBy?.length === 0 && isTheirs(task));
}

/** How to reach a party is said by them, by who acts for them, and by the registry for who writes or telephones. */
function reachable(
  theCase: CaseFile,
  viewer: User,
  offer: (event: EngineCommand, more: Partial<ActionView>) => ActionView,
): ActionView[] {
  const actors = actorsFor(viewer, theCase).filter(({ capacity }) => capacity !== 'helper');
  const mine = actors.flatMap(({ party }) => party ?? []);
  const isRegistry = mine.length === 0 && actors.some(({ role }) => role === 'registrar');
  return theCase.parties
    .filter(({ id }) => isRegistry || mine.includes(id))
    .flatMap(({ id: party, newEmail }) => [
      offer('CHANGE_CONTACT', { scope: 'party', party, ...(isRegistry ? {} : { stepUp: true }) }),
      ...(newEmail === undefined ? [] : [offer('CONFIRM_EMAIL', { scope: 'party', party })]),
    ]);
}

function ownParties(theCase: CaseFile, viewer: User): string[] {
  return actorsFor(viewer, theCase).flatMap(({ party, capacity }) => (party && capacity === undefined ? [party] : []));
}

type Offer = (event: EngineCommand, more: Partial<ActionView>) => ActionView;

/** Who may read along is the party's to end for as long as there is anything to read: after the case has closed, too. */
function changeable(theCase: CaseFile, party: string, offer: Offer): ActionView[] {
  const hasSupporters = theCase.parties.some(({ id, supporters }) => id === party && supporters.length > 0);
  const events = theCase.status === 'open' ? (['CHANGE_HELP', 'REVOKE'] as const) : (['REVOKE'] as const);
  return hasSupporters ? events.map((event) => offer(event, { scope: 'party', party })) : [];
}

/** The parties for whom the viewer acts, or whom they help. */
function supported(theCase: CaseFile, viewer: User): string[] {
  return actorsFor(viewer, theCase).flatMap(({ party, capacity }) => (party && capacity ? [party] : []));
}

function needActions(theCase: CaseFile, viewer: User, offer: Offer): ActionView[] {
  if (!may(viewer, 'need.tell', theCase)) return [];
  const isOpen = theCase.status === 'open';
  return actorsFor(viewer, theCase).flatMap((actor) =>
    theCase.parties
      .filter((party) => mayTellNeed(actor, party))
      .flatMap((party) => {
        const about = { scope: 'party', party: party.id } as const;
        const known = needsFor(viewer, theCase, party).filter((need) => mayChangeNeed(actor, party, need));
        return [
          ...(isOpen ? [offer('TELL_NEED', about)] : []),
          ...(known.length > 0 ? [offer('WITHDRAW_NEED', about)] : []),
          ...(isOpen && known.length > 0 && may(viewer, 'need.answer', theCase) ? [offer('ANSWER_NEED', about)] : []),
        ];
      }),
  );
}
