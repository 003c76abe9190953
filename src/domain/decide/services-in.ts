import type { Fact } from '../fact.ts';
import { partyOf, type Turn } from './turn.ts';

/** Parties who were served in this turn: service is a fact of its own, whichever way the chart recorded it. */
export function servicesIn({ theCase, before, event }: Turn): Fact[] {
  const services: Fact[] = [];
  if (theCase.parties === before?.parties) return services;
  for (const { id, servedOn } of theCase.parties) {
    if (servedOn === undefined || (before && partyOf(before, id)?.servedOn === servedOn)) continue;
    const by = [event.method, event.by].find((one) => typeof one === 'string') ?? event.type;
    services.push({ kind: 'PartyServed', party: id, on: servedOn, by: String(by) });
  }
  return services;
}
