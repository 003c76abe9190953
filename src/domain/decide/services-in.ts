import type { Fact } from '../fact.ts';
import type { Turn } from './turn.ts';

/** Parties who were served in this turn: service is a fact of its own, whichever way the chart recorded it. */
export function servicesIn(turn: Turn): Fact[] {
  if (turn.theCase.parties === turn.before?.parties) return [];
  const before = new Map(turn.before?.parties.map((party) => [party.id, party.servedOn]));
  const by = [turn.event.method, turn.event.by].find((one) => typeof one === 'string') ?? turn.event.type;
  return turn.theCase.parties
    .filter((party) => party.servedOn !== undefined && before.get(party.id) !== party.servedOn)
    .map((party) => ({ kind: 'PartyServed', party: party.id, on: party.servedOn as string, by: String(by) }));
}
