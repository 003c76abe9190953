import { isOfAnotherSide } from '../access/is-of-another-side.ts';
import type { CaseFile } from '../case-file.ts';
import type { Command } from '../command.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { runCharts } from './run-charts.ts';
import { changeParty, partyOf, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Binds a user to the party, or to the supporter, that an invitation went to. */
export function joinParty(turn: Turn, command: Of<'join'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (command.supporter) return joinSupporter(turn, command, command.supporter);
  if (party.userId) return party.userId === command.userId ? undefined : refuse('AlreadyJoined');
  if (isOfAnotherSide(turn.theCase, party.side, command.userId)) return refuse('BothSides');
  changeParty(turn, party.id, { userId: command.userId, invited: true });
  turn.facts.push({ kind: 'PartyJoined', party: party.id, userId: command.userId });
  if (party.chart) runCharts(turn, { chart: party.id, type: 'JOINED' });
  return undefined;
}

function joinSupporter(turn: Turn, command: Of<'join'>, id: string): Refusal | undefined {
  const { supporters = [], side = '' } = partyOf(turn.theCase, command.party) ?? {};
  const supporter = supporters.find((one) => one.id === id);
  if (!supporter) return refuse('UnknownParty', { supporter: id });
  if (supporter.userId) return supporter.userId === command.userId ? undefined : refuse('AlreadyJoined');
  const refused = whyNotSupporter(turn, side, command.userId);
  if (refused) return refused;
  changeParty(turn, command.party, {
    supporters: supporters.map((one) => (one.id === id ? { ...one, userId: command.userId } : one)),
  });
  turn.facts.push({ kind: 'PartyJoined', party: command.party, userId: command.userId });
  return undefined;
}

/** Nobody stands on both sides, not even one after the other, and who has or had the case for the tribunal does not change sides. */
function whyNotSupporter({ theCase }: Turn, side: string, userId: string): Refusal | undefined {
  if (isOfAnotherSide(theCase, side, userId) || hasHelpedAnother(theCase, side, userId)) return refuse('BothSides');
  const hasServed = Object.values(theCase.everAssigned).some((users) => users.includes(userId));
  return hasServed ? refuse('Excluded', { role: 'supporter' }) : undefined;
}

function hasHelpedAnother({ stoodBeside = {} }: CaseFile, side: string, userId: string): boolean {
  return Object.entries(stoodBeside).some(([other, users]) => other !== side && users.includes(userId));
}
