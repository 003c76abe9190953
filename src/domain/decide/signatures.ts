import type { Signature } from '../offer.ts';
import { partyOf, type Turn } from './turn.ts';

/** The signature of whoever acts now for a party; none where it is not known how they showed who they are. */
export function signatureOf({ actor, theCase, at }: Turn): readonly Signature[] {
  if (actor.kind !== 'person' || !actor.party || !actor.provenBy) return [];
  const { party, provenBy, capacity, userId } = actor;
  const supporter = partyOf(theCase, party)?.supporters.find((one) => one.userId === userId);
  return [{ party, ...(capacity && supporter ? { actedBy: supporter.name } : {}), at, provenBy }];
}

/** As a part of an offer or of a bidding: nothing where nobody has signed. */
export function signed(signatures: readonly Signature[]): { readonly signatures?: readonly Signature[] } {
  return signatures.length > 0 ? { signatures } : {};
}
