import type { Audience } from '../audience.ts';
import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Deadline } from '../deadline.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { expiresAt } from '../time/expires-at.ts';
import { explainExtension } from '../time/explain-deadline.ts';
import { type ExtendedDeadline, extendDeadline } from '../time/extend-deadline.ts';
import { reminderInstants } from '../time/reminder-instants.ts';
import { deadlineAudience, endOfferDeadline, lapse } from './deadlines.ts';
import { expireOffer } from './offers.ts';
import { runCharts } from './run-charts.ts';
import { openTask } from './tasks.ts';
import { change, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** What time did to a deadline is read by whoever may read the deadline. */
export function timeAudience(theCase: CaseFile | undefined, id: string): Audience {
  const deadline = theCase?.deadlines.find((one) => one.id === id);
  return deadline ? deadlineAudience(deadline) : 'case';
}

/** A deadline's minute has ended: its chart hears of it, or its offer lapses. */
export function decideExpiry(turn: Turn, command: Of<'expire'>): Refusal | undefined {
  const deadline = find(turn, command.deadline);
  if (!deadline || Date.parse(turn.at) < Date.parse(expiresAt(deadline.dueAt))) {
    return refuse('UnknownDeadline', { deadline: command.deadline });
  }
  turn.party = deadline.party;
  if (deadline.chart.startsWith('offer:')) return expireItsOffer(turn, deadline);
  lapse(turn, deadline);
  // A guard on `after` may hold the chart where it is; the deadline has run out all the same.
  runCharts(turn, { chart: deadline.chart, type: deadline.raises });
  return undefined;
}

/** The registry's task where time has run out and the process cannot follow. */
export const STUCK_TASK = 'process-stuck';

const STUCK_TITLE = {
  en: 'A deadline has run out, but the process cannot go on: an administrator has to mend it',
  fr: 'Une échéance est passée, mais le processus ne peut pas continuer : un administrateur doit le corriger',
};

/** The deadline has run out, but its chart would never come to rest: it stays where it is, and the registry is told. */
export function expireInVain(turn: Turn, command: Of<'expire'>): void {
  const deadline = find(turn, command.deadline);
  if (!deadline) return;
  turn.party = deadline.party;
  lapse(turn, deadline);
  const due = { count: 1, unit: 'workingDays' as const };
  const task = {
    task: STUCK_TASK,
    queue: 'registrar',
    title: STUCK_TITLE,
    priority: 'high' as const,
    closedBy: [],
  };
  openTask(turn, { ...task, due }, deadline.chart);
}

function expireItsOffer(turn: Turn, deadline: Deadline): undefined {
  const offer = deadline.chart.slice('offer:'.length);
  expireOffer(turn, offer);
  endOfferDeadline(turn, offer, 'expired');
  if (deadline.raises) turn.issues.push({ kind: 'notice', name: deadline.raises, id: '' });
}

/** Sends a reminder of a deadline that still stands. */
export function decideReminder(turn: Turn, command: Of<'remind'>): Refusal | undefined {
  const deadline = find(turn, command.deadline);
  const due = deadline?.reminders.find((one) => one.notice === command.notice && one.at <= turn.at);
  if (!deadline || !due) return refuse('UnknownDeadline', { deadline: command.deadline });
  const reminded = { ...deadline, reminders: deadline.reminders.filter((one) => one !== due) };
  replace(turn, reminded);
  turn.party = deadline.party;
  turn.facts.push({ kind: 'DeadlineReminded', deadline: reminded, audience: deadlineAudience(deadline) });
  turn.issues.push({ kind: 'notice', name: command.notice, party: deadline.party, id: '' });
  return undefined;
}

/** Gives more time, within what the rule allows; reminders are set anew. */
export function decideExtension(turn: Turn, command: Of<'extend'>): Refusal | undefined {
  const deadline = find(turn, command.deadline);
  const rule = deadline && turn.process.definition.deadlines[deadline.name];
  if (!deadline || !rule || !mayKnow(turn, deadline)) return refuse('UnknownDeadline', { deadline: command.deadline });
  if (!mayExtend(turn, rule.extend?.by ?? [])) return refuse('NotYours', { event: 'EXTEND_DEADLINE' });
  const { definition, calendarAt } = turn.process;
  const extended = extendDeadline({
    rule,
    deadline,
    days: command.days,
    calendar: calendarAt(rule.calendar ?? definition.calendar, turn.at),
    engine: turn.engine,
  });
  if (isRefusal(extended)) return extended;
  turn.party = deadline.party;
  const next = laterDeadline(deadline, extended, reminderInstants(rule, extended, turn.at));
  replace(turn, next);
  turn.facts.push({ kind: 'DeadlineExtended', deadline: next, audience: deadlineAudience(deadline) });
  const told = rule.extend?.notice;
  if (told) turn.issues.push({ kind: 'notice', name: told, party: deadline.party, id: '' });
  return undefined;
}

/** To whoever is not in the room there are no offers, and no deadlines of theirs. */
function mayKnow({ actor }: Turn, deadline: Deadline): boolean {
  if (deadlineAudience(deadline) === 'case') return true;
  return actor.kind === 'person' && (actor.party !== undefined || actor.role === 'facilitator');
}

function mayExtend({ actor }: Turn, roles: readonly string[]): boolean {
  return (
    actor.kind === 'person' &&
    roles.includes(actor.role) &&
    (actor.capacity === undefined || roles.includes(actor.capacity))
  );
}

function laterDeadline(deadline: Deadline, extended: ExtendedDeadline, reminders: Deadline['reminders']): Deadline {
  const { dueAt, localDate, zone, calendar, extensions, extendedDays } = extended;
  const why = Object.entries(deadline.why).map(([language, text]) => [
    language,
    `${text} ${explainExtension(extended, language)}`,
  ]);
  return {
    ...deadline,
    dueAt,
    localDate,
    zone,
    calendar,
    extensions,
    extendedDays,
    why: Object.fromEntries(why),
    reminders,
  };
}

function find(turn: Turn, id: string): Deadline | undefined {
  return turn.theCase.deadlines.find((deadline) => deadline.id === id);
}

function replace(turn: Turn, next: Deadline): void {
  change(turn, { deadlines: turn.theCase.deadlines.map((one) => (one.id === next.id ? next : one)) });
}
