import { type Audience, isPrivileged } from '../audience.ts';
import type { Command } from '../command.ts';
import { named } from '../definition/definition-view.ts';
import type { EventRule } from '../definition/event-schema.ts';
import type { Definition } from '../definition/schema.ts';
import { filesIn, readAnswers } from '../forms/form-answers.ts';
import type { Environment } from '../process/environment.ts';
import { todayAt } from '../process/today-at.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { chartsOf, partyOfCaseEvent, whyNot } from './available.ts';
import { moveBidding } from './bids.ts';
import { enterPartyChart, newParty } from './decide-open.ts';
import { moveExhibits } from './exhibits.ts';
import { chargeFee, payFee } from './fees.ts';
import { guardRefused } from './guard-refused.ts';
import { moveOffer } from './offers.ts';
import { runCharts } from './run-charts.ts';
import { closeTasksDoneBy } from './tasks.ts';
import { change, changeParty, environment, nextId, partyOf, type Turn } from './turn.ts';

type EventCommand = Extract<Command, { kind: 'event' }>;

/** What someone did: allowed or refused with the reason; then recorded, and the charts moved. */
export function decideEvent(turn: Turn, command: EventCommand): Refusal | undefined {
  const rule = named(turn.process.definition.events, command.type);
  if (!rule) return refuse('UnknownEvent', { event: command.type });
  const subject = subjectOf(rule, command);
  const party = rule.scope === 'case' ? partyOfCaseEvent(turn.theCase, rule, subject) : subject;
  const notNow = whyNot(turn.process, turn.theCase, {
    type: command.type,
    rule,
    actor: command.actor,
    party,
    at: turn.at,
    engine: turn.engine,
  });
  if (notNow) return notNow;
  const answers = answersTo(turn, rule, command, party);
  if (isRefusal(answers)) return answers;
  turn.party = party;
  turn.event = { ...answers, type: command.type };
  return record(turn, rule, answers) ?? move(turn, rule, command.type);
}

/** The party an event is about: the one named, or else the acting party itself. */
export function subjectOf(rule: EventRule, command: Pick<EventCommand, 'actor' | 'party'>): string | undefined {
  const own = command.actor.kind === 'person' ? command.actor.party : undefined;
  return rule.scope === 'party' ? (command.party ?? own) : own;
}

/** A privileged event is read in the room, or between one party and the facilitator. */
export function eventAudience(definition: Definition, command: EventCommand): Audience {
  const rule = named(definition.events, command.type);
  if (rule?.message === 'separate') return `caucus:${separateWith(rule, command) ?? ''}`;
  if (rule?.bidding === 'bid') return `own:${subjectOf(rule, command) ?? ''}`;
  return rule?.privileged || rule?.message === 'joint' ? 'room' : 'case';
}

/** The party that writes, or the one that is written to: the event's own, or the one named in the form. */
function separateWith(rule: EventRule, command: EventCommand): string | undefined {
  const named = command.data?.party;
  return subjectOf(rule, command) ?? (typeof named === 'string' ? named : undefined);
}

function answersTo(turn: Turn, rule: EventRule, command: EventCommand, party: string | undefined) {
  const form = rule.form ? turn.process.definition.forms[rule.form] : undefined;
  if (!form) return {};
  let seen: Environment | undefined;
  const read = readAnswers(form, command.data ?? {}, {
    isShown: (showIf, answers) => {
      seen ??= environment(turn, party);
      return turn.process.evaluate.holds(showIf, { ...seen, form: answers });
    },
    parties: turn.theCase.parties.map(({ id }) => id),
    today: () => todayAt(turn.process, turn.at),
  });
  return 'errors' in read ? refuse('InvalidForm', { form: rule.form }, read.errors) : read.answers;
}

/** What the event does to the record, before any chart hears of it: each part may refuse, and then nothing was done. */
function record(turn: Turn, rule: EventRule, answers: Answered): Refusal | undefined {
  keep(turn, rule, answers);
  for (const part of [moveFees, answerOffer, stepInBidding, moveExhibits, postMessage, addParty]) {
    const refused = part(turn, rule, answers);
    if (refused) return refused;
  }
  return undefined;
}

type Answered = Readonly<Record<string, unknown>>;

function moveFees(turn: Turn, rule: EventRule, answers: Answered): Refusal | undefined {
  const payer = actingParty(turn) ?? turn.party;
  if (rule.fee) chargeFee(turn, rule.fee, payer);
  // Charged and paid at once: an `amount` among the answers is then the claim's, not the payment's.
  if (rule.pays && !payFee(turn, rule.pays, rule.fee ? undefined : amountOf(answers), payer))
    return refuse('NothingToPay', { fee: rule.pays });
  return undefined;
}

function answerOffer(turn: Turn, rule: EventRule): Refusal | undefined {
  if (!rule.offer) return undefined;
  const { actor } = turn;
  return actor.kind === 'person' ? moveOffer(turn, rule.offer, actor.party ?? actor.role) : refuse('NotYours');
}

function stepInBidding(turn: Turn, rule: EventRule, answers: Answered): Refusal | undefined {
  const party = actingParty(turn);
  if (!rule.bidding) return undefined;
  return party ? moveBidding(turn, rule.bidding, party, answers) : refuse('NotYours');
}

function actingParty({ actor }: Turn): string | undefined {
  return actor.kind === 'person' ? actor.party : undefined;
}

function amountOf(answers: Answered): number | undefined {
  return typeof answers.amount === 'number' ? answers.amount : undefined;
}

function postMessage(turn: Turn, rule: EventRule, answers: Answered): Refusal | undefined {
  if (!rule.message) return undefined;
  // One audience for the entry and for the message: what is written to one party is never filed with another.
  const { audience } = turn;
  if (isPrivileged(audience) && turn.theCase.room !== 'open') return refuse('RoomClosed');
  if (rule.message === 'separate' && !turn.theCase.parties.some(({ id }) => audience === `caucus:${id}`))
    return refuse('PartyNeeded');
  const body = String(answers.message ?? '');
  const attachments = turn.facts.flatMap((fact) =>
    fact.kind === 'DocumentsFiled' && fact.audience === audience ? fact.documents : [],
  );
  turn.facts.push({ kind: 'MessagePosted', id: nextId(turn), by: turn.actor, body, attachments, audience });
  return undefined;
}

function addParty(turn: Turn, rule: EventRule): Refusal | undefined {
  const { adds } = rule;
  if (!adds) return undefined;
  const { definition, evaluate } = turn.process;
  const role = definition.roles[adds.role];
  if (role?.kind !== 'party') return refuse('UnknownRole', { role: adds.role });
  const count = turn.theCase.parties.filter((party) => party.role === adds.role).length;
  if (count >= role.max) return refuse('TooManyParties', { role: adds.role, atMost: role.max });
  const seen = environment(turn);
  const name = evaluate.value(adds.name, seen);
  if (typeof name !== 'string' || name === '')
    return refuse('InvalidForm', { form: rule.form }, [{ path: 'name', message: 'Say who is to be added.' }]);
  const email = adds.email ? evaluate.value(adds.email, seen) : undefined;
  const party = newParty(turn, { role: adds.role, name, email: typeof email === 'string' ? email : undefined });
  change(turn, { parties: [...turn.theCase.parties, party] });
  turn.facts.push({ kind: 'PartyAdded', party: party.id });
  enterPartyChart(turn, party.id);
  return undefined;
}

/** Keeps the answers where expressions and pages find them. What was said without prejudice is kept in the room alone. */
function keep(turn: Turn, rule: EventRule, answers: Answered): void {
  const form = rule.form ? turn.process.definition.forms[rule.form] : undefined;
  if (!rule.form || !form) return;
  turn.facts.push(
    ...filesIn(form, answers, turn.audience).map((filed) => ({
      kind: 'DocumentsFiled' as const,
      form: rule.form as string,
      ...filed,
    })),
  );
  // What is said of an exhibit is kept with it.
  if (rule.privileged || rule.message || rule.exhibit) return;
  const party = rule.scope === 'party' ? partyOf(turn.theCase, turn.party) : undefined;
  if (party) changeParty(turn, party.id, { data: { ...party.data, [rule.form]: answers } });
  else change(turn, { data: { ...turn.theCase.data, [rule.form]: answers } });
}

function move(turn: Turn, rule: EventRule, type: string): Refusal | undefined {
  closeTasksDoneBy(turn, type, rule.scope === 'party' ? turn.party : undefined);
  for (const chart of chartsOf(turn.theCase, rule, turn.party)) {
    if (!runCharts(turn, { chart, type })) return refusedBy(turn, chart, type);
  }
  // A party without a chart of its own changed all the same: the case may have been waiting for its answer.
  if (rule.scope === 'party' && !partyOf(turn.theCase, turn.party)?.chart) {
    runCharts(turn, { chart: 'case', type: 'PARTY_CHANGED', about: turn.party });
  }
  return undefined;
}

function refusedBy(turn: Turn, chart: string, type: string): Refusal {
  const seen = environment(turn, chart === 'case' ? turn.party : chart);
  return guardRefused(turn.process, turn.theCase, chart, type, seen);
}
