import type { WrittenBy } from './contact-change.ts';
import type { Need } from './need.ts';
import type { ChartState } from './statechart.ts';

/** Someone who acts for a party (`representative`) or assists one and cannot bind them (`helper`). */
export interface Supporter {
  readonly id: string;
  readonly capacity: 'representative' | 'helper';
  readonly name: string;
  readonly email: string;
  /** What the party wants the tribunal to know of them: a firm, how to reach them. */
  readonly note?: string;
  /** The user who accepted. Until someone does, the invitation opens nothing. */
  readonly userId?: string;
}

/** A person or organisation in a case, in a role. */
export interface Party {
  readonly id: string;
  readonly role: string;
  readonly side: string;
  readonly name: string;
  readonly email?: string;
  /** An address that they gave and have not shown to be theirs: nothing goes there but the code by which they show it. */
  readonly newEmail?: string;
  readonly phone?: string;
  /** By post, in lines. */
  readonly address?: string;
  /** How they want to be written to; absent: by e-mail where an address is known, by letter otherwise. */
  readonly writtenBy?: WrittenBy;
  /** They want a text message too when there is something new. */
  readonly wantsTexts?: boolean;
  /** How to find them is for them and the registry alone. */
  readonly isProtected?: boolean;
  readonly language: string;
  readonly outsideProvince: boolean;
  /** The user who is this party, once bound. */
  readonly userId?: string;
  /** True from the first notice sent to them (or from the start for who opened the case): until then they do not see it. */
  readonly invited: boolean;
  /** The party's own chart, where the role has one. */
  readonly chart?: ChartState;
  /** Service is a fact: the local date on which this party was, or is deemed to have been, served. */
  readonly servedOn?: string;
  readonly responded: boolean;
  readonly supporters: readonly Supporter[];
  /** What they asked for to take part, and have not taken back; absent until they ask. */
  readonly needs?: readonly Need[];
  /** Answers of the party's own forms: form → field → value. */
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
