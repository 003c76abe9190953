import type { ProvenBy } from './proven-by.ts';

/** Who acted: a person in one of their roles, time itself, or the engine recording what the world answered. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly userId: string;
      /** As they sign; of the tribunal's people alone, for a party's name stands in the case. */
      readonly name?: string;
      /** Their role in this case: `respondent`, `member`, `registrar`, … */
      readonly role: string;
      /** The party they are, act for or assist. */
      readonly party?: string;
      /** How they stand to that party; absent: they are the party. */
      readonly capacity?: 'representative' | 'helper';
      /** How they showed who they are; said of what they sign alone. */
      readonly provenBy?: ProvenBy;
    }
  | { readonly kind: 'time' }
  | { readonly kind: 'engine' };
