import { takesPart } from '../access/takes-part.ts';
import type { Actor } from '../actor.ts';
import type { CaseFile } from '../case-file.ts';
import type { ChartNode } from '../definition/chart-schema.ts';
import type { EventRule } from '../definition/event-schema.ts';
import { type Environment, environmentOf } from '../process/environment.ts';
import type { Process } from '../process/process.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { canTake, handles } from '../statechart.ts';
import { whyNoBid } from './bids.ts';
import { chartNodeOf } from './chart-node-of.ts';
import { whyNoExhibit } from './exhibits.ts';
import { guardRefused } from './guard-refused.ts';
import { whyNoOffer } from './offers.ts';
import { machineOf } from './run-charts.ts';
import { chartOf, partyOf } from './turn.ts';

export interface Attempt {
  readonly type: string;
  readonly rule: EventRule;
  readonly actor: Actor;
  /** The party it is about. */
  readonly party: string | undefined;
  readonly at: string;
  /** The revision of the engine under which it is tried. */
  readonly engine: number;
}

/** Why an event cannot happen now, or nothing when it can. The answers are not looked at. */
export function whyNot(process: Process, theCase: CaseFile, attempt: Attempt): Refusal | undefined {
  const { rule, actor, party } = attempt;
  if (!mayDo(theCase, rule, actor)) return refuse('NotYours', { event: attempt.type });
  const subject = wrongSubject(process, theCase, attempt);
  if (subject) return subject;
  if (
    actor.kind === 'person' &&
    actor.party &&
    rule.scope === 'party' &&
    // Whoever could be the subject acts for themself alone: nobody answers in the place of another.
    subjectRoles(process, rule).includes(actor.role) &&
    party !== actor.party
  ) {
    return refuse('NotYours', { event: attempt.type });
  }
  if (isOutsideTheTalks(theCase, attempt)) return inWords(refuse('NotNow', { event: attempt.type }), rule);
  const seen = environmentOf(theCase, { at: attempt.at, actor, party, event: { type: attempt.type } });
  // Whoever may answer an offer hears what is wrong with answering; where there is no room, the event is not of the moment.
  const noOffer = actor.kind === 'person' ? whyNotInRoom(theCase, rule, actor) : undefined;
  if (noOffer && noOffer.refused !== 'RoomClosed') return noOffer;
  if (rule.when && !process.evaluate.holds(rule.when, seen)) return inWords(notNow(process, theCase, attempt), rule);
  const refused = chartRefusal(process, theCase, attempt, seen);
  if (refused) return rule.exhibit ? inWords(refused, rule) : refused;
  return noOffer ?? (rule.exhibit && whyNoExhibit(theCase, rule.exhibit, party));
}

/**
 * Who takes no part in the talks says nothing to those who do; before revision 3 they could, where the definition let them.
 * They may still write to the facilitator alone, and take back what they have on the table.
 */
function isOutsideTheTalks({ parties }: CaseFile, { rule, actor, engine }: Attempt): boolean {
  const isSaidToAll = (rule.privileged || rule.message === 'joint') && rule.message !== 'separate';
  if (engine < 3 || !isSaidToAll || rule.offer?.do === 'withdraw' || actor.kind !== 'person') return false;
  return parties.some((party) => party.id === actor.party && !takesPart(party));
}

function whyNotInRoom(theCase: CaseFile, { offer, bidding }: EventRule, { party, role }: Person): Refusal | undefined {
  const by = party ?? role;
  return (offer && whyNoOffer(theCase, offer, by)) ?? (bidding && whyNoBid(theCase, bidding, by));
}

type Person = Extract<Actor, { kind: 'person' }>;

/** The acting role is listed; a representative or helper also needs their capacity listed. */
export function mayDo(theCase: CaseFile, rule: EventRule, actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  if (actor.party && !partyOf(theCase, actor.party)) return false;
  return rule.by.includes(actor.role) && (actor.capacity === undefined || rule.by.includes(actor.capacity));
}

function wrongSubject(process: Process, theCase: CaseFile, { rule, actor, party }: Attempt): Refusal | undefined {
  if (rule.scope !== 'party') return undefined;
  if (!party) return refuse('PartyNeeded');
  const found = partyOf(theCase, party);
  if (found && subjectRoles(process, rule).includes(found.role)) return undefined;
  // Who names nobody is taken to mean themself: where they cannot be meant, what is missing is the name.
  const isOwn = found !== undefined && actor.kind === 'person' && actor.party === party;
  return isOwn ? refuse('PartyNeeded') : refuse('UnknownParty', { party });
}

/** Which parties an event with scope `party` can be about. */
export function subjectRoles(process: Process, rule: EventRule): string[] {
  if (rule.of) return rule.of;
  const { roles } = process.definition;
  const parties = rule.by.filter((role) => roles[role]?.kind === 'party');
  const withChart = (role: string) => process.partyMachines[role] !== undefined;
  if (parties.length > 0 && (parties.every(withChart) || !Object.keys(roles).some(withChart))) return parties;
  const charted = Object.keys(roles).filter(withChart);
  return charted.length > 0 ? charted : Object.keys(roles).filter((role) => roles[role]?.kind === 'party');
}

/** The party that an event of the case is about: whose act it is, or for whom the tribunal does it. */
export function partyOfCaseEvent(theCase: CaseFile, rule: EventRule, own: string | undefined): string | undefined {
  return own ?? (rule.onBehalfOf && theCase.parties.find(({ role }) => role === rule.onBehalfOf)?.id);
}

/** The charts that hear of an event: its party's own, or the case's. */
export function chartsOf(theCase: CaseFile, rule: EventRule, party: string | undefined): string[] {
  if (rule.scope === 'case') return ['case'];
  return party && partyOf(theCase, party)?.chart ? [party] : [];
}

function chartRefusal(process: Process, theCase: CaseFile, attempt: Attempt, seen: Environment): Refusal | undefined {
  for (const chart of chartsOf(theCase, attempt.rule, attempt.party)) {
    const machine = machineOf({ process, theCase }, chart);
    const state = chartOf(theCase, chart);
    if (!state || state.done || !handles(machine, state, attempt.type)) return notNow(process, theCase, attempt);
    // With a form to fill, guards may read its answers: they are asked again when the answers are there.
    if (!attempt.rule.form && !canTake(machine, state, { type: attempt.type }, seen)) {
      return guardRefused(process, theCase, chart, attempt.type, seen);
    }
  }
  return undefined;
}

/** Where the event's own condition is what fails, the definition may say so in its words; of evidence, also when it is taken. */
function inWords(refusal: Refusal, { otherwise, exhibit }: EventRule): Refusal {
  const isMeant = refusal.refused === 'NotNow' || (exhibit && refusal.refused === 'NotInThisState');
  return isMeant && otherwise ? { ...refusal, says: otherwise } : refusal;
}

/** Too late is said as such, with the time that has passed; everything else is: not at this point. */
function notNow(process: Process, theCase: CaseFile, { type, rule, party }: Attempt): Refusal {
  for (const chart of chartsOf(theCase, rule, party)) {
    const node = chartNodeOf(process, theCase, chart);
    const lapsed = theCase.lapsed.findLast((one) => one.chart === chart && node && waitsFor(node, one.name, type));
    if (lapsed) return refuse('ResponseOutOfTime', { event: type, deadline: lapsed.name, dueAt: lapsed.dueAt });
  }
  return rule.when ? refuse('NotNow', { event: type }) : refuse('NotInThisState', { event: type });
}

/** Whether some state ran this deadline and took this event, itself or in a state within it. */
function waitsFor(node: ChartNode, deadline: string, type: string): boolean {
  if (node.after && Object.hasOwn(node.after, deadline) && takesWithin(node, type)) return true;
  return Object.values(node.states ?? {}).some((child) => waitsFor(child, deadline, type));
}

function takesWithin(node: ChartNode, type: string): boolean {
  if (node.on && Object.hasOwn(node.on, type)) return true;
  return Object.values(node.states ?? {}).some((child) => takesWithin(child, type));
}
