import { agreementFor } from '../domain/access/agreement-for.ts';
import { audiencesOf } from '../domain/access/audiences-of.ts';
import type { CaseFile } from '../domain/case-file.ts';
import type { EventRule } from '../domain/definition/event-schema.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Ports } from './ports/ports.ts';

/**
 * What an event would say yes, no or something else to now, as one word that changes with it: the offer on the table, the
 * agreement, or the terms and the round of the bidding. Nothing for an event that answers none of these, and for who may
 * not read what it answers.
 */
export function whatIsAnswered(
  { ids, clock, processOf }: Pick<Ports, 'ids' | 'clock' | 'processOf'>,
  viewer: Viewer,
  theCase: CaseFile,
  rule: EventRule,
): string | undefined {
  if (rule.showsAgreement) return agreementFor(processOf(theCase.workflow), theCase, viewer, clock.now())?.id;
  if (!audiencesOf(viewer, theCase).includes('room')) return undefined;
  const { offers, bidding } = theCase;
  if (rule.offer && rule.offer.do !== 'make') return offers.findLast(({ status }) => status === 'open')?.id ?? 'none';
  if (rule.bidding !== 'agree' && rule.bidding !== 'bid') return undefined;
  const { proposedBy, terms, status, round } = bidding ?? {};
  return ids.hash(JSON.stringify([proposedBy, terms, status, round]));
}
