export type Language = 'en' | 'fr' | 'it';

/** Someone in a story. Their address is made of their name. */
export interface Person {
  readonly name: string;
  /** When not made of the name. */
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly language?: Language;
  readonly outsideProvince?: boolean;
}

/** What a dispute is about, and what people in it say. */
export interface Dispute {
  readonly applicant: Person;
  readonly respondents: readonly Person[];
  readonly language?: 'en' | 'fr';
  readonly isBusiness?: boolean;
  readonly claimType: 'debt' | 'goods' | 'services' | 'property' | 'injury' | 'other';
  /** Cents. */
  readonly amount: number;
  /** Days before the case was opened. */
  readonly happenedBefore: number;
  readonly whatHappened: string;
  readonly remedy: string;
  /** Why the respondent does not agree. */
  readonly answer: string;
  /** What they write to each other, in turn, the applicant first. */
  readonly talk: readonly string[];
  readonly offer: { readonly amount: number; readonly terms: string };
  readonly decision: { readonly reasons: string; readonly terms: string; readonly amount: number };
}

/** Who does something: someone of the tribunal, or a party by its role and number (the first when there is none). */
export type Doer = 'facilitator' | 'member' | 'registrar' | 'applicant' | 'offender' | `respondent-${number}`;

export interface Step {
  /** Days after the step before; the first, after the case was opened. */
  readonly after: number;
  readonly as: Doer;
  readonly do: string;
  readonly party?: Doer;
  /** What a file shows that goes in with the form, as its `evidence`. */
  readonly evidence?: string;
  /** `today` is the local date of the step. */
  readonly form?: (today: string) => Readonly<Record<string, unknown>>;
}

/** A case of the demonstration: who is in it, and how far it has come. */
export interface Story {
  readonly workflow: string;
  readonly language: Language;
  readonly opener: Doer;
  readonly parties: readonly { readonly role: string; readonly person: Person }[];
  /** What stands in the files of its people. */
  readonly papers: readonly string[];
  readonly steps: readonly Step[];
  /** For how many days nothing has happened since. */
  readonly quietFor: number;
}
