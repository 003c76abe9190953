import { versionFor } from '../domain/access/audiences-of.ts';
import { may } from '../domain/access/authority.ts';
import { isOfTheCase } from '../domain/access/is-of-the-case.ts';
import { mayAssign } from '../domain/access/may-assign.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { Command } from '../domain/command.ts';
import { named } from '../domain/definition/definition-view.ts';
import type { Definition } from '../domain/definition/schema.ts';
import { type AskedEvent, commandFor } from '../domain/forms/command-for.ts';
import { ENGINE_STEP_UPS, isEngineEvent } from '../domain/forms/engine-forms.ts';
import type { ProvenBy } from '../domain/proven-by.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Viewer } from '../domain/viewer.ts';
import { actorFor, bindActor } from './acting.ts';
import { isOverLimit, type RateLimit } from './auth/rate-limit.ts';
import { STEP_UP_MINUTES } from './auth/step-up.ts';
import type { CaseView } from './case-view.ts';
import { confirmationKey, confirmationText } from './confirmation-code.ts';
import { decideNow, fireDue } from './decide-and-save.ts';
import { unknownFiles } from './documents/unknown-files.ts';
import { type Idempotency, once } from './idempotency.ts';
import type { Ports } from './ports/ports.ts';
import type { RegistryTransaction } from './ports/registry.ts';
import { caseFor } from './queries/case-for.ts';
import { showCase } from './show-case.ts';
import { whatIsAnswered } from './what-is-answered.ts';

export interface EventRequest extends AskedEvent {
  /** The version that the sender saw; another one by now is refused. */
  readonly expectedVersion?: number | undefined;
  /** `whatIsAnswered` when the sender read it; what stands in its place by now is not agreed to unseen. */
  readonly answering?: string | undefined;
}

/**
 * The one door through which people move a case: page and API alike. Answers the case as the sender then sees it, a
 * refusal with its reason, or nothing when the case does not exist for them. Acknowledged means: on disk.
 */
export async function handleCommand(
  ports: Ports,
  viewer: Viewer,
  caseId: string,
  request: EventRequest,
  language: string,
  idempotency?: Idempotency,
): Promise<CaseView | Refusal | undefined> {
  if (viewer.kind === 'stranger') return undefined;
  return ports.registry.commit((tx) => {
    const theCase = caseFor(tx, viewer, caseId);
    if (!theCase) return undefined;
    const moved = once(ports, tx, viewer.userId, idempotency, 200, () => handle(ports, tx, viewer, theCase, request));
    return isRefusal(moved) ? moved : showCase(ports, tx, moved, viewer, language);
  });
}

type User = Extract<Viewer, { kind: 'user' }>;

function handle(
  ports: Ports,
  tx: RegistryTransaction,
  viewer: User,
  seen: CaseFile,
  request: EventRequest,
): CaseFile | Refusal {
  const { expectedVersion } = request;
  if (expectedVersion !== undefined && expectedVersion !== versionFor(viewer, seen)) {
    return refuse('VersionMoved', { expectedVersion, version: versionFor(viewer, seen) });
  }
  fireDue(ports, tx, seen.id);
  const theCase = tx.caseFile(seen.id) ?? seen;
  const { definition } = ports.processOf(theCase.workflow);
  return act(ports, tx, viewer, theCase, definition, request) ?? tx.caseFile(theCase.id) ?? theCase;
}

function act(
  ports: Ports,
  tx: RegistryTransaction,
  viewer: User,
  theCase: CaseFile,
  definition: Definition,
  request: EventRequest,
): Refusal | undefined {
  const actor = signing(viewer, definition, request.type, actorFor(viewer, theCase, definition, request));
  if (!actor) return refuse('NotYours', { event: request.type });
  if (asksForFreshProof(definition, request.type, actor) && !viewer.isFreshlyProven)
    return refuse('StepUpNeeded', { event: request.type, minutes: STEP_UP_MINUTES });
  if (isOvertaken(ports, viewer, theCase, definition, request)) return refuse('VersionMoved');
  const command = commandFor(theCase, request, actor);
  if (isRefusal(command)) return command;
  const barred = whyNotFor(tx, viewer, definition, theCase, command);
  if (barred) return barred;
  if (isMailingTooMuch(ports, tx, viewer, command)) return refuse('TooManyMails');
  const wrongContact = refusedContact(ports, tx, theCase, command, request);
  if (wrongContact) return wrongContact;
  const unknown = unknownFiles(tx, definition, theCase, request, actor);
  if (unknown) return unknown;
  bindActor(ports, tx, viewer, theCase, actor);
  const decided = decideNow(ports, tx, theCase.id, command);
  if (isRefusal(decided)) return decided;
  if (command.kind === 'confirmEmail') endOldLetters(tx, theCase, command.party);
  if (command.kind === 'revoke' || command.kind === 'stepBack') forgetDraftsOf(tx, theCase, decided.next, command);
  return undefined;
}

/** Whether another offer, agreement or round is there now than the sender answers. Who may not read it learns not even that. */
function isOvertaken(
  ports: Ports,
  viewer: User,
  theCase: CaseFile,
  { events }: Definition,
  request: EventRequest,
): boolean {
  const rule = named(events, request.type);
  if (!rule || request.answering === undefined) return false;
  const answering = whatIsAnswered(ports, viewer, theCase, rule);
  return answering !== undefined && request.answering !== answering;
}

/** What the case alone cannot know: who people are in the tribunal. */
function whyNotFor(
  tx: RegistryTransaction,
  viewer: User,
  definition: Definition,
  theCase: CaseFile,
  command: Command,
): Refusal | undefined {
  switch (command.kind) {
    case 'assign':
      return mayBeGiven(tx, definition, theCase, command) ? undefined : refuse('Excluded', { role: command.role });
    case 'invite':
      return isOfTheTribunal(tx, command.email) ? refuse('Excluded', { role: command.capacity }) : undefined;
    case 'tellNeed':
      return may(viewer, 'need.tell', theCase) ? undefined : refuse('NotYours', { event: 'TELL_NEED' });
    case 'withdrawNeed':
      return may(viewer, 'need.tell', theCase) ? undefined : refuse('NotYours', { event: 'WITHDRAW_NEED' });
    case 'answerNeed':
      return may(viewer, 'need.answer', theCase) ? undefined : refuse('NotYours', { event: 'ANSWER_NEED' });
    default:
      return undefined;
  }
}

/** Mails to addresses that somebody only typed: enough for everyone who helps them, and no way to fill a stranger's mailbox. */
const MAILS_TO_OTHERS: RateLimit = { name: 'mails to others', times: 10, minutes: 60 };

/** The registry writes down addresses all day long, for many. */
function isMailingTooMuch({ ids, clock }: Ports, tx: RegistryTransaction, { userId }: User, command: Command): boolean {
  const isMailed =
    command.kind === 'invite' || (command.kind === 'changeContact' && command.contact.email !== undefined);
  const isOfRegistry = command.actor.kind !== 'person' || command.actor.party === undefined;
  return isMailed && !isOfRegistry && isOverLimit(tx, ids, MAILS_TO_OTHERS, userId, clock.now());
}

/** To be named in a case ends every role of the tribunal in it: no party could otherwise rid itself of a member so easily. */
function isOfTheTribunal(tx: RegistryTransaction, email: string): boolean {
  return (tx.userByEmail(email)?.roles.length ?? 0) > 0;
}

/** What went to an address that was not theirs opens the case to nobody any more: they are known by the right one now. */
function endOldLetters(tx: RegistryTransaction, { id, parties }: CaseFile, party: string): void {
  const before = parties.find((one) => one.id === party);
  if (before?.userId === undefined && before?.email !== undefined) tx.dropInvitations(id, party);
}

/** What someone had begun to write for a party, who no longer stands beside it. */
function forgetDraftsOf(
  tx: RegistryTransaction,
  before: CaseFile,
  now: CaseFile,
  { party, supporter }: Extract<Command, { kind: 'revoke' | 'stepBack' }>,
): void {
  const gone = before.parties.find(({ id }) => id === party)?.supporters.find(({ id }) => id === supporter)?.userId;
  if (gone && !isOfTheCase(now, { id: gone, email: '' })) tx.dropDraftsOf(gone, now.id);
}

/** The registry changes how to reach people all day long, in sessions that end after minutes; others do it once. */
function asksForFreshProof(definition: Definition, type: string, { party }: { readonly party?: string }): boolean {
  return isEngineEvent(type)
    ? party !== undefined && ENGINE_STEP_UPS.has(type)
    : named(definition.events, type)?.stepUp === true;
}

/** What only the registry knows of a change: whether text messages can be sent, and which code went to the new address. */
function refusedContact(
  { ids, clock, canText }: Ports,
  tx: RegistryTransaction,
  theCase: CaseFile,
  command: Command,
  request: EventRequest,
): Refusal | undefined {
  if (command.kind === 'changeContact' && command.contact.wantsTexts && !canText) return refuse('NoTexts');
  if (command.kind !== 'confirmEmail') return undefined;
  const key = confirmationKey(theCase, command.party);
  const code = ids.hash(confirmationText(key, String(request.data?.code ?? '')));
  return key !== undefined && tx.tryCode(key, code, clock.now()) === 'right' ? undefined : refuse('EmailNotConfirmed');
}

/** Who makes, accepts or bids for an agreement signs it: how they showed who they are goes with it. */
function signing<A extends object>(
  { provenBy }: User,
  definition: Definition,
  event: string,
  actor: A | undefined,
): (A & { readonly provenBy?: ProvenBy }) | undefined {
  const { offer, bidding } = named(definition.events, event) ?? {};
  return actor && provenBy && (offer ?? bidding) ? { ...actor, provenBy } : actor;
}

/** The decision knows the case; that the user is there, and holds the role in the tribunal, only the registry knows. */
function mayBeGiven(
  tx: RegistryTransaction,
  definition: Definition,
  theCase: CaseFile,
  { role, userId }: { role: string; userId: string },
): boolean {
  const user = tx.user(userId);
  return user !== undefined && mayAssign(theCase, definition, role, user);
}
