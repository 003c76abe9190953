import type { Viewer } from '../../domain/viewer.ts';
import type { RegistryEntry } from '../registries/directory.ts';
import type { UserRow } from './identity.ts';
import type { WorkflowVersionRow } from './workflows.ts';

/**
 * The home registry, as the tribunal's other registries ask it. Everything is plain JSON and comes later: it may be a
 * call to another machine.
 */
export interface Home {
  /** Who holds a token; null for what is none. Beside it the revision of what is shared: a copy of another one is old. */
  viewerFor(token: string): Promise<{ readonly viewer: KnownUser | null; readonly revision: number }>;
  revision(): Promise<number>;
  /** What every registry has a copy of, less the workflow versions that the asker has: `small-claims/3`. */
  shared(versionsAtHand: readonly string[]): Promise<Shared>;
  /** All registries of the tribunal, the home registry among them. */
  registries(): Promise<readonly RegistryEntry[]>;
}

type KnownUser = Extract<Viewer, { kind: 'user' }>;

/** What every registry has a copy of. Versions never change; the rest replaces what the copy held. */
export interface Shared {
  readonly revision: number;
  /** Everyone who holds a role in the tribunal. */
  readonly members: readonly UserRow[];
  readonly versions: readonly WorkflowVersionRow[];
  /** Calendars, the tribunal's names, the registries: by the name of the setting. */
  readonly settings: Readonly<Record<string, unknown>>;
}
