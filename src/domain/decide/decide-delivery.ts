import type { Audience } from '../audience.ts';
import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import { named } from '../definition/definition-view.ts';
import { NEED_TASK } from '../need.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { localDateAt } from '../time/local-time.ts';
import { addWorkingDays } from '../time/working-day.ts';
import { askToTellAnswer, NEED_NOTICE } from './decide-needs.ts';
import { runCharts } from './run-charts.ts';
import { openTask } from './tasks.ts';
import { partyOf, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

const UNDELIVERABLE_TITLE = {
  en: 'A notice could not be delivered: find another way to reach the party',
  fr: 'Un avis n’a pas pu être livré : trouvez une autre façon de joindre la partie',
};

/** A channel confirmed that a notice arrived. With a service rule the party's chart hears that it was served, and when. */
export function decideDelivered(turn: Turn, command: Of<'delivered'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  const today = localDay(turn);
  if (command.on !== undefined && command.on > today)
    return refuse('InvalidForm', {}, [{ path: 'on', message: 'Give a day that has come.' }]);
  const notice = named(turn.process.definition.notices, command.notice);
  const deemed = named(notice?.service?.deemed ?? {}, command.channel);
  if (!deemed || turn.theCase.status === 'closed' || !party.chart) return undefined;
  turn.event = {
    type: 'SERVED',
    on: deemedOn(turn, deemed, command.on ?? today),
    by: command.channel,
    notice: command.notice,
  };
  runCharts(turn, { chart: party.id, type: 'SERVED' });
  return undefined;
}

/** The day that it is where the tribunal sits. */
function localDay({ process, at }: Turn): string {
  const { zone } = process.calendarAt(process.definition.calendar, at);
  return localDateAt(at, zone);
}

/** So many days or working days after the local day on which the channel confirmed, or the letter was posted. */
function deemedOn(
  { process, at }: Turn,
  deemed: { days?: number | undefined; workingDays?: number | undefined },
  from: string,
): string {
  const later = Temporal.PlainDate.from(from)
    .add({ days: deemed.days ?? 0 })
    .toString();
  const calendar = process.calendarAt(process.definition.calendar, at);
  return deemed.workingDays ? addWorkingDays(calendar, later, deemed.workingDays) : later;
}

/** The task that a notice of the room left; it is told apart from the others, for it is told to fewer people. */
export const PRIVATE_TASK = 'undeliverable-private-notice';

/** Who may read that a task was done: a notice of the room leaves no trace outside it. */
export function taskAudience(theCase: CaseFile | undefined, id: string): Audience {
  const task = theCase?.tasks.find((one) => one.id === id);
  if (task?.task === NEED_TASK) return 'confided';
  return task?.task === PRIVATE_TASK ? `caucus:${task.openedIn.chart}` : 'tribunal';
}

/** A channel failed for good: nobody was reached, and the registry has to find another way, even if the case has closed. */
export function decideUndeliverable(turn: Turn, command: Of<'undeliverable'>): Refusal | undefined {
  if (!partyOf(turn.theCase, command.party)) return refuse('UnknownParty', { party: command.party });
  if (command.notice === NEED_NOTICE) askToTellAnswer(turn, command.party);
  else if (command.channel === 'sms') askForNumber(turn, command.notice, command.party);
  else askToReach(turn, command.notice, command.party);
  return undefined;
}

const WRONG_NUMBER_TITLE = {
  en: 'A text message could not be delivered: ask the party for their mobile number',
  fr: 'Un message texte n’a pas pu être livré : demandez à la partie son numéro de téléphone mobile',
};

/** A text message is a nudge: nobody missed a notice for want of it. */
function askForNumber(turn: Turn, notice: string, party: string): void {
  const isPrivileged = named(turn.process.definition.notices, notice)?.privileged === true;
  const task = isPrivileged ? PRIVATE_TASK : 'undeliverable-text';
  openTask(turn, { task, queue: 'registrar', title: WRONG_NUMBER_TITLE, priority: 'normal', closedBy: [] }, party);
}

/** Asks the registry to find another way to reach a party with a notice. */
export function askToReach(turn: Turn, notice: string, party: string): void {
  const task = { queue: 'registrar', title: UNDELIVERABLE_TITLE, priority: 'high' as const, closedBy: [] };
  const due = { count: 2, unit: 'workingDays' as const };
  // A due date shows in lists that members read: a notice of the room sets none, nor stands in for one that does.
  const isPrivileged = named(turn.process.definition.notices, notice)?.privileged === true;
  openTask(
    turn,
    { ...task, ...(isPrivileged ? { task: PRIVATE_TASK } : { task: 'undeliverable-notice', due }) },
    party,
  );
}
