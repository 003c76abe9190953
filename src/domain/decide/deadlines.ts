import type { Deadline } from '../deadline.ts';
import { type ComputedDeadline, computeDeadline } from '../time/deadline.ts';
import type { DeadlineRule } from '../time/deadline-schema.ts';
import { explainDeadline } from '../time/explain-deadline.ts';
import { reminderInstants } from '../time/reminder-instants.ts';
import { change, environment, nextId, type Turn } from './turn.ts';

/** Starts the deadline that a state's `after` names; `raises` is the chart event its expiry will bring. */
export function startDeadline(turn: Turn, chart: string, raises: string): void {
  const name = raises.slice(AFTER.length, raises.indexOf('.', AFTER.length));
  setDeadline(turn, { chart, name, raises, party: chart === 'case' ? undefined : chart });
}

/** What XState's events of a delay begin with; its name and its state's id follow, with a dot between them. */
const AFTER = 'xstate.after.';

/** Starts a deadline by its name in the definition, for a chart or for an offer. */
export function setDeadline(
  turn: Turn,
  wanted: Pick<Deadline, 'chart' | 'name' | 'raises'> & { readonly party?: string | undefined },
): void {
  const rule = turn.process.definition.deadlines[wanted.name];
  if (!rule)
    throw new Error(
      `${turn.process.definition.id} has no deadline ${wanted.name}; the checker refuses such a definition`,
    );
  const computed = compute(turn, rule, wanted.party);
  const deadline: Deadline = {
    id: nextId(turn),
    name: wanted.name,
    chart: wanted.chart,
    raises: wanted.raises,
    ...(wanted.party ? { party: wanted.party } : {}),
    ...shown(computed, rule, turn.process.definition.languages),
    extensions: 0,
    extendedDays: 0,
    reminders: reminderInstants(rule, computed, turn.at),
  };
  // Time that runs again has not run out.
  const lapsed = turn.theCase.lapsed.filter((one) => one.chart !== deadline.chart || one.name !== deadline.name);
  change(turn, { deadlines: [...turn.theCase.deadlines, deadline], lapsed });
  turn.facts.push({ kind: 'DeadlineSet', deadline, audience: deadlineAudience(deadline) });
}

/** The part of a deadline that its computation gives, and its explanation in each language. */
function shown(computed: ComputedDeadline, rule: DeadlineRule, languages: readonly string[]) {
  return {
    dueAt: computed.dueAt,
    localDate: computed.localDate,
    zone: computed.zone,
    calendar: computed.calendar,
    basis: computed.basis,
    count: computed.count,
    why: whyIn(computed, rule, languages),
  };
}

function whyIn(computed: ComputedDeadline, rule: DeadlineRule, languages: readonly string[]): Deadline['why'] {
  const why: Record<string, string> = {};
  for (const language of languages) why[language] = explainDeadline(computed, rule, language);
  return why;
}

/** An offer's own deadline is part of the room. */
export function deadlineAudience(deadline: Pick<Deadline, 'chart'>): 'case' | 'room' {
  return deadline.chart.startsWith('offer:') ? 'room' : 'case';
}

function compute(turn: Turn, rule: DeadlineRule, party: string | undefined): ComputedDeadline {
  const { process, at } = turn;
  const basis = rule.basis ? process.evaluate.date(rule.basis, environment(turn, party)) : undefined;
  return computeDeadline({
    rule,
    count: countOf(turn, rule, party),
    basis: basisOf(basis, at),
    calendar: process.calendarAt(rule.calendar ?? process.definition.calendar, at),
  });
}

/** The last of the rule's other counts whose condition holds, or else its own. */
function countOf(turn: Turn, { count, countWhen }: DeadlineRule, party: string | undefined): number {
  if (!countWhen) return count;
  const seen = environment(turn, party);
  return countWhen.findLast((when) => turn.process.evaluate.holds(when.if, seen))?.count ?? count;
}

/** A date, an instant, or the moment the state was entered. */
function basisOf(value: string | undefined, at: string): { date: string } | { instant: string } {
  if (value === undefined) return { instant: at };
  return value.includes('T') ? { instant: value } : { date: value };
}

/** Ends the deadline that waits for this chart event: met, for the state was left before it ran out. */
export function endDeadline(turn: Turn, chart: string, raises: string, how: 'met' | 'dropped'): void {
  const found = turn.theCase.deadlines.find((one) => one.chart === chart && one.raises === raises);
  if (found) remove(turn, found, how);
}

export function endOfferDeadline(turn: Turn, offer: string, how: 'met' | 'expired' | 'dropped'): void {
  const found = turn.theCase.deadlines.find((one) => one.chart === `offer:${offer}`);
  if (found) remove(turn, found, how);
}

/** Takes a deadline whose time has come out of the case, before its chart hears of it. */
export function lapse(turn: Turn, deadline: Deadline): void {
  remove(turn, deadline, 'expired');
  const { chart, name, dueAt } = deadline;
  if (chart.startsWith('offer:')) return;
  const others = turn.theCase.lapsed.filter((one) => one.chart !== chart || one.name !== name);
  change(turn, { lapsed: [...others, { chart, name, dueAt }] });
}

/** A chart that has come to its end waits for nothing. */
export function endDeadlinesOf(turn: Turn, chart: string): void {
  for (const deadline of turn.theCase.deadlines) if (deadline.chart === chart) remove(turn, deadline, 'met');
}

export function dropAllDeadlines(turn: Turn): void {
  for (const deadline of turn.theCase.deadlines) remove(turn, deadline, 'dropped');
}

function remove(turn: Turn, deadline: Deadline, how: 'met' | 'expired' | 'dropped'): void {
  change(turn, { deadlines: turn.theCase.deadlines.filter((one) => one.id !== deadline.id) });
  turn.facts.push({ kind: 'DeadlineEnded', id: deadline.id, name: deadline.name, how });
}

/** Ends a deadline that nothing waits for any more. */
export function dropDeadline(turn: Turn, deadline: Deadline): void {
  remove(turn, deadline, 'dropped');
}

/** The same deadline by the rule as it now is, from the basis it had; extensions that were given stay given. */
export function recomputed(turn: Turn, deadline: Deadline): Deadline {
  const { process, at } = turn;
  const rule = process.definition.deadlines[deadline.name];
  if (!rule) return deadline;
  const computed = computeDeadline({
    rule,
    count: countOf(turn, rule, deadline.party),
    basis: basisOf(deadline.basis, at),
    calendar: process.calendarAt(rule.calendar ?? process.definition.calendar, at),
    extraDays: deadline.extendedDays,
  });
  const reminders = reminderInstants(rule, computed, at);
  return { ...deadline, ...shown(computed, rule, process.definition.languages), reminders };
}
