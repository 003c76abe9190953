import { type Audience, isPrivileged } from '../audience.ts';
import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { Decision } from '../decision.ts';
import { named } from '../definition/definition-view.ts';
import { NeverAtRest } from '../never-at-rest.ts';
import type { Process } from '../process/process.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { statePath } from '../statechart.ts';
import { askForAssignment } from './assignments.ts';
import { closeWhenDone } from './close-when-done.ts';
import { assignSomeone, completeTask, declareConflict } from './decide-assignment.ts';
import { changeContact, confirmEmail } from './decide-contact.ts';
import { decideDelivered, decideUndeliverable, taskAudience } from './decide-delivery.ts';
import { decideEvent, eventAudience } from './decide-event.ts';
import { decideFileRefused } from './decide-file-refused.ts';
import { migrateCase } from './decide-migration.ts';
import { answerNeed, NEED_NOTICE, tellNeed, withdrawNeed } from './decide-needs.ts';
import { openCase } from './decide-open.ts';
import { joinParty } from './decide-people.ts';
import { changeHelp, inviteSupporter, revokeSupporter, stepBack } from './decide-supporters.ts';
import { decideExpiry, decideExtension, decideReminder, expireInVain, timeAudience } from './decide-time.ts';
import { servicesIn } from './services-in.ts';
import { change, type Stamp, type Turn } from './turn.ts';
import { writeIssues } from './write-issues.ts';

/**
 * Decides one command: what the case becomes and what follows, or a refusal with its reason. Pure: the same arguments
 * give the same bytes, which is how a journal is replayed. Nothing is stored or sent; that is the commit's.
 *
 * `theCase` is undefined for the command `open` alone. `stamp.at` is an instant (UTC), not before the case's last entry.
 */
export function decide(
  process: Process,
  theCase: CaseFile | undefined,
  command: Command,
  stamp: Stamp,
): Decision | Refusal {
  if (theCase?.status === 'closed' && !OPEN_TO_CLOSED_CASES.has(command.kind)) return refuse('CaseClosed');
  const turn = newTurn(process, theCase, command, stamp);
  try {
    return carry(turn, command) ?? settled(turn, command);
  } catch (error) {
    if (!(error instanceof NeverAtRest)) throw error;
    if (command.kind !== 'expire') return refuse('EngineLimit');
    // Time cannot be told no: it would come back for ever, and nobody could do anything in the case before it.
    const again = newTurn(process, theCase, command, stamp);
    expireInVain(again, command);
    return settled(again, command);
  }
}

/** The decision, once the charts have come to rest. */
function settled(turn: Turn, command: Command): Decision {
  closeWhenDone(turn);
  turn.facts.push(...servicesIn(turn));
  writeIssues(turn);
  return conclude(turn, command);
}

/** What is still recorded after a case has closed: who is who, and what became of the last notices. */
const OPEN_TO_CLOSED_CASES: ReadonlySet<Command['kind']> = new Set([
  'join',
  'delivered',
  'undeliverable',
  'fileRefused',
  'declareConflict',
  'completeTask',
  'revoke',
  'changeContact',
  'confirmEmail',
  'stepBack',
  'withdrawNeed',
]);

function carry(turn: Turn, command: Command): Refusal | undefined {
  switch (command.kind) {
    case 'open':
      return openCase(turn, command);
    case 'event':
      return decideEvent(turn, command);
    case 'expire':
      return decideExpiry(turn, command);
    case 'remind':
      return decideReminder(turn, command);
    case 'extend':
      return decideExtension(turn, command);
    case 'migrate':
      return migrateCase(turn, command);
    case 'assign':
      return assignSomeone(turn, command);
    case 'askForAssignment':
      return askForAssignment(turn, command.role);
    case 'completeTask':
      return completeTask(turn, command);
    case 'declareConflict':
      return declareConflict(turn, command);
    case 'join':
      return joinParty(turn, command);
    case 'invite':
      return inviteSupporter(turn, command);
    case 'changeHelp':
      return changeHelp(turn, command);
    case 'revoke':
      return revokeSupporter(turn, command);
    case 'changeContact':
      return changeContact(turn, command);
    case 'confirmEmail':
      return confirmEmail(turn, command);
    case 'stepBack':
      return stepBack(turn, command);
    case 'tellNeed':
      return tellNeed(turn, command);
    case 'withdrawNeed':
      return withdrawNeed(turn, command);
    case 'answerNeed':
      return answerNeed(turn, command);
    case 'delivered':
      return decideDelivered(turn, command);
    case 'fileRefused':
      return decideFileRefused(turn, command);
    case 'undeliverable':
      return decideUndeliverable(turn, command);
  }
}

function newTurn(process: Process, theCase: CaseFile | undefined, command: Command, stamp: Stamp): Turn {
  return {
    process,
    at: stamp.at,
    id: stamp.id,
    engine: stamp.engine,
    actor: command.actor,
    party: 'party' in command ? command.party : undefined,
    event: { type: command.kind === 'event' ? command.type : '' },
    audience: audienceOf(process, theCase, command),
    before: theCase,
    theCase: { ...theCase } as CaseFile,
    facts: [],
    issues: [],
    idsMade: 0,
  };
}

/** Who may read the journal entry of a command. */
function audienceOf(process: Process, theCase: CaseFile | undefined, command: Command): Audience {
  switch (command.kind) {
    case 'event':
      return eventAudience(process.definition, command);
    case 'expire':
    case 'remind':
    case 'extend':
      return timeAudience(theCase, command.deadline);
    case 'delivered':
    case 'undeliverable':
      if (command.notice === NEED_NOTICE) return 'confided';
      return named(process.definition.notices, command.notice)?.privileged
        ? `caucus:${command.party}`
        : `party:${command.party}`;
    case 'fileRefused':
      return `caucus:${command.party}`;
    case 'declareConflict':
    case 'assign':
    case 'askForAssignment':
      return 'tribunal';
    case 'completeTask':
      return taskAudience(theCase, command.task);
    case 'invite':
    case 'changeHelp':
    case 'revoke':
    case 'changeContact':
    case 'confirmEmail':
    case 'stepBack':
      return `party:${command.party}`;
    case 'tellNeed':
    case 'withdrawNeed':
    case 'answerNeed':
      return 'confided';
    case 'join':
      // Who helps a party is theirs to know, as the invitation was.
      return command.supporter ? `party:${command.party}` : 'case';
    default:
      return 'case';
  }
}

function conclude(turn: Turn, command: Command): Decision {
  const version = (turn.before?.version ?? 0) + 1;
  const openVersion = (turn.before?.openVersion ?? 0) + (isPrivileged(turn.audience) ? 0 : 1);
  const confided = (turn.before?.confided ?? 0) + (turn.audience === 'confided' ? 1 : 0);
  change(turn, { version, openVersion, decidedAt: turn.at });
  if (confided > 0) change(turn, { confided });
  const next = turn.theCase;
  return {
    entry: {
      seq: version,
      id: turn.id,
      engine: turn.engine,
      at: turn.at,
      command,
      audience: turn.audience,
      stage: next.stage,
      state: statePath(next.chart),
    },
    next,
    facts: turn.facts,
  };
}
