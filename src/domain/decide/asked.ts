import type { Environment } from '../process/environment.ts';

/** An event on its way to a chart: `case`, or a party's id. */
export interface Move {
  readonly chart: string;
  readonly type: string;
  /** The party it is about, for the case's chart. */
  readonly about?: string | undefined;
}

/** Where an action came from. */
export interface Asked {
  readonly chart: string;
  /** The party that the step was about. */
  readonly about: string | undefined;
  /** The state whose entry it is. */
  readonly entered?: string | undefined;
  /** Events that `tell` sends on are put here. */
  readonly moves: Move[];
  /** The event of the step, its answers included. */
  readonly event: Environment['event'];
}
