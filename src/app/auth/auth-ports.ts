import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Registry } from '../ports/registry.ts';

/**
 * What signing in needs. Codes and sessions live by the wall clock, also where cases live by one that can be moved
 * forward: whoever advances a rehearsal by two weeks stays signed in.
 */
export interface AuthPorts {
  readonly registry: Registry;
  readonly ids: Ids;
  readonly wallClock: Clock;
}
