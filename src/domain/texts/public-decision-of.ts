import type { Decision } from '../decision.ts';
import type { Outcome } from '../definition/action-schema.ts';
import type { Fact } from '../fact.ts';
import { withInitials } from './initials.ts';

/** What the register says of a decision beside its reasons. */
export interface DecisionInRegister {
  /** The definition's name of its document: `dismissal`. Null when it was issued earlier than it was published. */
  readonly type: string | null;
  /** How the case ended by it; null while it goes on, or where people ended it themselves. */
  readonly outcome: Outcome | null;
  /** Local date. */
  readonly publishedOn: string;
  /** What it orders, with names as initials. */
  readonly order: { readonly terms: readonly string[]; readonly amount?: number; readonly currency: string } | null;
}

/** Endings that people agree on, or choose, are nobody else's business. */
const OF_PEOPLE: readonly (Outcome | null)[] = ['settled', 'consent-order', 'withdrawn'];

/** What comes into the register with the fact `DecisionPublished`, from the step in which it was published. */
export function publicDecisionOf(
  { decision: id }: Extract<Fact, { kind: 'DecisionPublished' }>,
  { facts, next, entry }: Decision,
): DecisionInRegister {
  const issued = facts.find((fact) => fact.kind === 'DecisionIssued' && fact.id === id);
  const paper = issued?.kind === 'DecisionIssued' ? issued.document : undefined;
  const document = facts.find((fact) => fact.kind === 'DocumentIssued' && fact.id === paper);
  const order = facts.find((fact) => fact.kind === 'OrderIssued' && fact.document === paper);
  const initialled = (text: string) => next.parties.reduce((said, party) => withInitials(said, party.name), text);
  return {
    type: document?.kind === 'DocumentIssued' ? document.document : null,
    outcome: OF_PEOPLE.includes(next.outcome) ? null : next.outcome,
    publishedOn: document?.kind === 'DocumentIssued' ? document.content.issuedOn : entry.at.slice(0, 10),
    order:
      order?.kind === 'OrderIssued'
        ? {
            terms: order.terms.map(initialled),
            ...(order.amount === undefined ? {} : { amount: order.amount }),
            currency: order.currency,
          }
        : null,
  };
}
