import type { Actor } from './actor.ts';
import type { CaseFile } from './case-file.ts';

/** Answers that `ENGINE_FORMS` has read: each is what its field says, or absent. */
export type Answered = Readonly<Record<string, never>>;

export interface Setting {
  readonly theCase: CaseFile;
  readonly actor: Actor;
  /** The party that the request names, and the one that the actor is. */
  readonly named: string | undefined;
  readonly own: string | undefined;
}
