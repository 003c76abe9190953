import type { Command } from '../command.ts';
import { isSameEmail } from '../email-key.ts';
import type { Party, Supporter } from '../party.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { changedHelpNotice, invitationNotice, steppedBackNotice } from './supporter-notices.ts';
import { change, changeParty, nextId, partyOf, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** The party chooses who acts for it or helps it. Nothing is open to whom it invites until they accept. */
export function inviteSupporter(turn: Turn, command: Of<'invite'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!isThemself(turn, party.id)) return refuse('CannotInvite');
  const refused = whyNotInvited(turn, party, command.email);
  if (refused) return refused;
  const { capacity, name, email, note } = command;
  const supporter: Supporter = { id: nextId(turn), capacity, name, email, ...(note ? { note } : {}) };
  changeParty(turn, party.id, { supporters: [...party.supporters, supporter] });
  turn.facts.push({ kind: 'SupporterInvited', party: party.id, supporter: supporter.id, email });
  turn.facts.push(invitationNotice(turn, party, supporter));
  return undefined;
}

/**
 * A party cannot help the other side. Whether somebody already helps the other side, or has an address that they keep
 * secret, is not told here, for that is not the inviting party's to know: such a person is refused when they accept.
 */
function whyNotInvited({ theCase }: Turn, party: Party, email: string): Refusal | undefined {
  const isThere = [party, ...party.supporters].some((one) => isSameEmail(one.email, email));
  if (isThere) return refuse('AlreadyInvited');
  const isOpponent = theCase.parties.some(
    (one) => one.side !== party.side && !one.isProtected && isSameEmail(one.email, email),
  );
  return isOpponent ? refuse('BothSides') : undefined;
}

/** What someone may do from now on; what they have done stays done. */
export function changeHelp(turn: Turn, command: Of<'changeHelp'>): Refusal | undefined {
  const found = ownSupporter(turn, command);
  if ('refused' in found) return found;
  const { party, supporter } = found;
  const changed = { ...supporter, capacity: command.capacity };
  changeParty(turn, party.id, { supporters: party.supporters.map((one) => (one === supporter ? changed : one)) });
  turn.facts.push({ kind: 'SupporterChanged', party: party.id, supporter: supporter.id, capacity: command.capacity });
  turn.facts.push(changedHelpNotice(turn, party, changed));
  return undefined;
}

/** A supporter whom the party no longer wants sees the case no more; they have been in the room, and never serve it. */
export function revokeSupporter(turn: Turn, command: Of<'revoke'>): Refusal | undefined {
  const found = ownSupporter(turn, command);
  if ('refused' in found) return found;
  remove(turn, found.party, found.supporter, found.supporter.userId);
  return undefined;
}

/** Who was invited says no, or has helped and stops: they see the case no more, and the party is told. */
export function stepBack(turn: Turn, command: Of<'stepBack'>): Refusal | undefined {
  const { actor } = command;
  const party = partyOf(turn.theCase, command.party);
  const supporter = party?.supporters.find(({ id }) => id === command.supporter);
  if (!party || !supporter) return refuse('UnknownParty', { supporter: command.supporter });
  if (actor.kind !== 'person' || !actor.capacity) return refuse('NotYours', { event: 'STEP_BACK' });
  if (supporter.userId !== undefined && supporter.userId !== actor.userId)
    return refuse('NotYours', { event: 'STEP_BACK' });
  remove(turn, party, supporter, supporter.userId);
  turn.facts.push(steppedBackNotice(turn, party, supporter));
  return undefined;
}

function remove(turn: Turn, party: Party, gone: Supporter, userId: string | undefined): void {
  changeParty(turn, party.id, { supporters: party.supporters.filter((one) => one !== gone) });
  if (userId) remember(turn, party.side, userId);
  turn.facts.push({ kind: 'SupporterRevoked', party: party.id, supporter: gone.id });
}

/** They have been in the room with this side: they never serve the case, and never help another side. */
function remember(turn: Turn, side: string, userId: string): void {
  const { conflicts, stoodBeside = {} } = turn.theCase;
  const beside = stoodBeside[side] ?? [];
  if (!conflicts.includes(userId)) change(turn, { conflicts: [...conflicts, userId] });
  if (!beside.includes(userId)) change(turn, { stoodBeside: { ...stoodBeside, [side]: [...beside, userId] } });
}

/** Who a party has at its side is that party's own to change. */
function ownSupporter(
  turn: Turn,
  command: { readonly party: string; readonly supporter: string },
): { readonly party: Party; readonly supporter: Supporter } | Refusal {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!isThemself(turn, party.id)) return refuse('CannotInvite');
  const supporter = party.supporters.find((one) => one.id === command.supporter);
  return supporter ? { party, supporter } : refuse('UnknownParty', { supporter: command.supporter });
}

function isThemself({ actor }: Turn, party: string): boolean {
  return actor.kind === 'person' && actor.party === party && actor.capacity === undefined;
}
