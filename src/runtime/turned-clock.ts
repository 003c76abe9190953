import type { Clock } from '../app/ports/clock.ts';

/** A clock that runs ahead of the machine's by what a demonstration has turned it forward. */
export interface TurnedClock extends Clock {
  readonly aheadMs: number;
  /** Never backwards: what was recorded would lie in the future. */
  turnTo(instant: string): void;
}

export function turnedClock(aheadMs: number): TurnedClock {
  let ahead = aheadMs;
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    get aheadMs() {
      return ahead;
    },
    turnTo(instant) {
      ahead = Math.max(ahead, Date.parse(instant) - Date.now());
    },
  };
}
