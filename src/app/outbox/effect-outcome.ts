import type { SendOutcome } from '../ports/effects.ts';

/** What came of one attempt at an effect. */
export type EffectOutcome =
  | SendOutcome
  /** It waits for something that is not its fault, and the attempt does not count. */
  | { readonly kind: 'held'; readonly response: string }
  /** Nobody needs it any more. */
  | { readonly kind: 'lapsed'; readonly response: string };
