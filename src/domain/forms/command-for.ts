import type { Actor } from '../actor.ts';
import type { Answers, CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import type { EngineCommand } from '../definition/engine-events.ts';
import type { Answered, Setting } from '../engine-request.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { ENGINE_FORMS, isEngineEvent } from './engine-forms.ts';
import { readAnswers } from './form-answers.ts';
import { NEED_COMMANDS } from './need-commands.ts';
import { seenAnswers } from './seen-answers.ts';

/** What someone asks to happen, by its name: page, API and simulation alike. */
export interface AskedEvent {
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly party?: string | undefined;
}

/** What is asked of the engine to decide: an event of the definition, or one of the engine's own. */
export function commandFor(theCase: CaseFile, request: AskedEvent, actor: Actor): Command | Refusal {
  const data = request.data && seenAnswers(request.data);
  if (!isEngineEvent(request.type)) return { kind: 'event', actor, type: request.type, party: request.party, data };
  const read = readAnswers(ENGINE_FORMS[request.type], data ?? {}, { isShown: () => true, parties: [] });
  if ('errors' in read) return refuse('InvalidForm', { form: request.type }, read.errors);
  const own = actor.kind === 'person' ? actor.party : undefined;
  if (isOfSeveral(theCase, request, read.answers)) return refuse('PartyNeeded');
  const command = COMMANDS[request.type](read.answers as Answered, { theCase, actor, named: request.party, own });
  // Who is no party of the case has none of their own to be meant.
  return 'party' in command && command.party === '' ? refuse('PartyNeeded') : command;
}

type Capacity = 'helper' | 'representative';

const COMMANDS: { readonly [E in EngineCommand]: (answers: Answered, setting: Setting) => Command } = {
  EXTEND_DEADLINE: ({ deadline = '', days = 0, reason = '' }, { theCase, actor, named }) => ({
    kind: 'extend',
    actor,
    deadline: deadlineId(theCase, named, deadline),
    days,
    reason,
  }),
  ASSIGN: ({ role = '', user = '' }, { actor }) => ({ kind: 'assign', actor, role, userId: user }),
  COMPLETE_TASK: ({ task = '' }, { theCase, actor }) => ({ kind: 'completeTask', actor, task: taskId(theCase, task) }),
  DECLARE_CONFLICT: ({ reason = '' }, { actor }) => ({ kind: 'declareConflict', actor, reason }),
  INVITE: ({ capacity = 'helper' as Capacity, name = '', email = '', note = '' }, { actor, named, own }) => ({
    kind: 'invite',
    actor,
    party: named ?? own ?? '',
    capacity,
    name,
    email,
    ...(note ? { note } : {}),
  }),
  CHANGE_HELP: ({ supporter = '', capacity = 'helper' as Capacity }, { actor, named, own }) => ({
    kind: 'changeHelp',
    actor,
    party: named ?? own ?? '',
    supporter,
    capacity,
  }),
  REVOKE: ({ supporter = '' }, { actor, named, own }) => ({
    kind: 'revoke',
    actor,
    party: named ?? own ?? '',
    supporter,
  }),
  CHANGE_CONTACT: (contact, { actor, named, own }) => ({
    kind: 'changeContact',
    actor,
    party: named ?? own ?? '',
    contact,
  }),
  // The code is for the door, which has looked at it; the journal does not keep it.
  CONFIRM_EMAIL: (_, { actor, named, own }) => ({ kind: 'confirmEmail', actor, party: named ?? own ?? '' }),
  STEP_BACK: (_, { theCase, actor, named, own }) => {
    const party = named ?? own ?? '';
    return { kind: 'stepBack', actor, party, supporter: supporterId(theCase, party, actor) };
  },
  ...NEED_COMMANDS,
};

/** Who acts, as the party's supporter. */
function supporterId({ parties }: CaseFile, party: string, actor: Actor): string {
  const { supporters = [] } = parties.find(({ id }) => id === party) ?? {};
  return supporters.find(({ userId }) => actor.kind === 'person' && userId === actor.userId)?.id ?? '';
}

/** Each party can have a deadline of that name: to extend whichever comes first would give the time to somebody else. */
function isOfSeveral({ deadlines }: CaseFile, { type, party }: AskedEvent, { deadline }: Answers[string]): boolean {
  if (type !== 'EXTEND_DEADLINE' || party !== undefined) return false;
  return deadlines.filter(({ name }) => name === deadline).length > 1;
}

/** A deadline by its id, or by its name and party. */
function deadlineId(theCase: CaseFile, party: string | undefined, wanted: string): string {
  const named = theCase.deadlines.find(
    ({ name, party: of }) => name === wanted && (party === undefined || of === party),
  );
  return named?.id ?? wanted;
}

/** A task by its id, or by its name: the one that is done by hand. */
function taskId({ tasks }: CaseFile, wanted: string): string {
  return tasks.find(({ task, closedBy }) => task === wanted && closedBy?.length === 0)?.id ?? wanted;
}
