/** The ways in which a whole notice can be sent. A text message only says that there is one. */
export const WRITTEN_BY = ['email', 'letter'] as const;
export type WrittenBy = (typeof WRITTEN_BY)[number];

/** What can be taken back. */
export const FORGETTABLE = ['email', 'phone', 'address'] as const;

/** What someone changes about how to reach them. What is not named stays as it is; what is left empty is not named. */
export interface ContactChange {
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly language?: string;
  readonly writtenBy?: WrittenBy;
  readonly wantsTexts?: boolean;
  readonly isProtected?: boolean;
  readonly forget?: readonly (typeof FORGETTABLE)[number][];
}
