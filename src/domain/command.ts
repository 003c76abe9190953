import type { Actor } from './actor.ts';
import type { ContactChange } from './contact-change.ts';
import type { NeedKind, NeedReader } from './need.ts';

export interface NewParty {
  readonly role: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly language?: string | undefined;
  readonly outsideProvince?: boolean | undefined;
  /** Bound from the start: who opens the case. */
  readonly userId?: string | undefined;
}

/** How what stands in one version of a workflow stands in the next. What is not named keeps its place. */
export interface MigrationMap {
  /** State path → state path; `role:path` for a party chart's. */
  readonly states: Readonly<Record<string, string>>;
  /** `form.field` → `form.field`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Deadlines that are counted anew by the new rule, from the basis they had. */
  readonly recompute: readonly string[];
}

/** Everything that can move a case: people, time, and what the world answered. Each accepted one is one journal entry. */
export type Command =
  | {
      readonly kind: 'open';
      readonly actor: Actor;
      readonly caseId: string;
      readonly reference: string;
      readonly workflow: { readonly id: string; readonly version: number };
      readonly language: string;
      readonly parties: readonly NewParty[];
      readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }
  /** An event that the definition lists. */
  | {
      readonly kind: 'event';
      readonly actor: Actor;
      readonly type: string;
      readonly party?: string | undefined;
      readonly data?: Readonly<Record<string, unknown>> | undefined;
    }
  /** A deadline's stated minute has ended. */
  | { readonly kind: 'expire'; readonly actor: Actor; readonly deadline: string }
  | { readonly kind: 'remind'; readonly actor: Actor; readonly deadline: string; readonly notice: string }
  | {
      readonly kind: 'extend';
      readonly actor: Actor;
      readonly deadline: string;
      readonly days: number;
      readonly reason: string;
    }
  /** Moves an open case to another version of its workflow. */
  | {
      readonly kind: 'migrate';
      readonly actor: Actor;
      readonly to: { readonly id: string; readonly version: number };
      readonly map: MigrationMap;
    }
  | { readonly kind: 'assign'; readonly actor: Actor; readonly role: string; readonly userId: string }
  /** Nobody could be picked for a role: the registrar is asked to. */
  | { readonly kind: 'askForAssignment'; readonly actor: Actor; readonly role: string }
  /** Someone of the queue has done a task that no event of the process does. */
  | { readonly kind: 'completeTask'; readonly actor: Actor; readonly task: string }
  | { readonly kind: 'declareConflict'; readonly actor: Actor; readonly reason: string }
  /** A user with this address or invitation has shown who they are. */
  | {
      readonly kind: 'join';
      readonly actor: Actor;
      readonly party: string;
      /** The supporter of that party who joins; absent: the party. */
      readonly supporter?: string | undefined;
      readonly userId: string;
    }
  | {
      readonly kind: 'invite';
      readonly actor: Actor;
      readonly party: string;
      readonly capacity: 'representative' | 'helper';
      readonly name: string;
      readonly email: string;
      readonly note?: string | undefined;
    }
  /** From helper to representative, or back. */
  | {
      readonly kind: 'changeHelp';
      readonly actor: Actor;
      readonly party: string;
      readonly supporter: string;
      readonly capacity: 'representative' | 'helper';
    }
  /** Someone who was invited does not want to, or does not want to any more. */
  | { readonly kind: 'stepBack'; readonly actor: Actor; readonly party: string; readonly supporter: string }
  | { readonly kind: 'revoke'; readonly actor: Actor; readonly party: string; readonly supporter: string }
  /** How to reach a party in this case, as they or the registry say. */
  | {
      readonly kind: 'changeContact';
      readonly actor: Actor;
      readonly party: string;
      readonly contact: ContactChange;
    }
  /** The new e-mail address was shown to be theirs, by the code that was sent there. */
  | { readonly kind: 'confirmEmail'; readonly actor: Actor; readonly party: string }
  /** What a party needs to take part, or what it needs instead of what it said before. */
  | {
      readonly kind: 'tellNeed';
      readonly actor: Actor;
      readonly party: string;
      /** The need that is changed; absent: a new one. */
      readonly need?: string | undefined;
      readonly about: NeedKind;
      readonly wants: readonly string[];
      readonly details?: string | undefined;
      readonly readers: readonly NeedReader[];
    }
  | { readonly kind: 'withdrawNeed'; readonly actor: Actor; readonly party: string; readonly need: string }
  /** The registry has arranged it, or cannot and says why. */
  | {
      readonly kind: 'answerNeed';
      readonly actor: Actor;
      readonly party: string;
      readonly need: string;
      readonly outcome: 'arranged' | 'cannot';
      readonly answer?: string | undefined;
    }
  /** A channel confirmed delivery, or a letter was posted; with a service rule the party is then served, on the deemed date. */
  | {
      readonly kind: 'delivered';
      readonly actor: Actor;
      readonly notice: string;
      readonly noticeId: string;
      readonly party: string;
      readonly channel: string;
      /** The local date from which service is counted; absent: the day on which this is decided. */
      readonly on?: string;
      /** The carrier's number of a letter. */
      readonly tracking?: string;
    }
  /** A virus was found in a file that had been taken while nobody could look for one. */
  | {
      readonly kind: 'fileRefused';
      readonly actor: Actor;
      readonly party: string;
      readonly document: string;
      readonly filename: string;
    }
  /** A channel failed for good: the registry gets a task. */
  | {
      readonly kind: 'undeliverable';
      readonly actor: Actor;
      readonly notice: string;
      readonly noticeId: string;
      readonly party: string;
      readonly channel: string;
      readonly reason: string;
    };
