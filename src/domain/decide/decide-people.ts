import type { Command } from '../command.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { invitationNotice } from './invitation-notice.ts';
import { runCharts } from './run-charts.ts';
import { change, changeParty, nextId, partyOf, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Binds a user to the party, or to the supporter, that an invitation went to. */
export function joinParty(turn: Turn, command: Of<'join'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (command.supporter) return joinSupporter(turn, command, command.supporter);
  if (party.userId) return party.userId === command.userId ? undefined : refuse('AlreadyJoined');
  changeParty(turn, party.id, { userId: command.userId, invited: true });
  turn.facts.push({ kind: 'PartyJoined', party: party.id, userId: command.userId });
  if (party.chart) runCharts(turn, { chart: party.id, type: 'JOINED' });
  return undefined;
}

function joinSupporter(turn: Turn, command: Of<'join'>, id: string): Refusal | undefined {
  const supporters = partyOf(turn.theCase, command.party)?.supporters ?? [];
  const supporter = supporters.find((one) => one.id === id);
  if (!supporter) return refuse('UnknownParty', { supporter: id });
  if (supporter.userId) return supporter.userId === command.userId ? undefined : refuse('AlreadyJoined');
  changeParty(turn, command.party, {
    supporters: supporters.map((one) => (one.id === id ? { ...one, userId: command.userId } : one)),
  });
  turn.facts.push({ kind: 'PartyJoined', party: command.party, userId: command.userId });
  return undefined;
}

/** The party chooses who acts for it or helps it. */
export function inviteSupporter(turn: Turn, command: Of<'invite'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!isThemself(turn, party.id)) return refuse('CannotInvite');
  const { capacity, name, email } = command;
  const supporter = { id: nextId(turn), capacity, name, email };
  changeParty(turn, party.id, { supporters: [...party.supporters, supporter] });
  turn.facts.push({ kind: 'SupporterInvited', party: party.id, supporter: supporter.id, email });
  turn.facts.push(invitationNotice(turn, party, supporter));
  return undefined;
}

/** A supporter whom the party no longer wants sees the case no more; they have been in the room, and never serve it. */
export function revokeSupporter(turn: Turn, command: Of<'revoke'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!isThemself(turn, party.id)) return refuse('CannotInvite');
  const revoked = party.supporters.find((one) => one.id === command.supporter);
  if (!revoked) return refuse('UnknownParty', { supporter: command.supporter });
  changeParty(turn, party.id, { supporters: party.supporters.filter((one) => one !== revoked) });
  if (revoked.userId && !turn.theCase.conflicts.includes(revoked.userId))
    change(turn, { conflicts: [...turn.theCase.conflicts, revoked.userId] });
  turn.facts.push({ kind: 'SupporterRevoked', party: party.id, supporter: command.supporter });
  return undefined;
}

function isThemself({ actor }: Turn, party: string): boolean {
  return actor.kind === 'person' && actor.party === party && actor.capacity === undefined;
}
