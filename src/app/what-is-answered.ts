import type { CaseFile } from '../domain/case-file.ts';
import type { EventRule } from '../domain/definition/event-schema.ts';
import type { Ids } from './ports/ids.ts';

/**
 * What an event would say yes, no or something else to now, as one word that changes with it: the offer on the table, or
 * the terms and the round of the bidding. Nothing for an event that answers neither. Ask first whether the viewer may read
 * the room.
 */
export function whatIsAnswered(
  ids: Pick<Ids, 'hash'>,
  { offers, bidding }: Pick<CaseFile, 'offers' | 'bidding'>,
  rule: Pick<EventRule, 'offer' | 'bidding'>,
): string | undefined {
  if (rule.offer && rule.offer.do !== 'make') return offers.findLast(({ status }) => status === 'open')?.id ?? 'none';
  if (rule.bidding !== 'agree' && rule.bidding !== 'bid') return undefined;
  const { proposedBy, terms, status, round } = bidding ?? {};
  return ids.hash(JSON.stringify([proposedBy, terms, status, round]));
}
