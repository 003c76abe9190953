/** After this many attempts an effect has failed for good and becomes a task for the registry: some ten hours on average. */
export const MAX_ATTEMPTS = 12;

const BASE_DELAY_MS = 60_000;
const MIN_DELAY_MS = 5_000;
const MAX_DELAY_MS = 6 * 60 * 60 * 1000;

/** What may be tuned, in milliseconds: the ceiling of the first delay, and the floor and the ceiling of every delay. */
export type BackoffLimits = { baseMs?: number; minMs?: number; maxMs?: number };

/**
 * How long to wait, in whole milliseconds, before trying again after attempt number `attempt` (1 is the first) failed: a random
 * share of a ceiling that doubles each time, so that a thousand mails refused together do not come back together.
 *
 * @param random gives a number in [0, 1).
 * @example nextAttempt(3, () => 0.5) // 122 500: half-way between 5 seconds and 4 minutes
 */
export function nextAttempt(attempt: number, random: () => number, limits: BackoffLimits = {}): number {
  const { baseMs = BASE_DELAY_MS, minMs = MIN_DELAY_MS, maxMs = MAX_DELAY_MS } = limits;
  // 2^30 minutes are two thousand years: a larger exponent serves nobody.
  const doublings = Math.min(Math.max(attempt, 1) - 1, 30);
  const ceiling = Math.min(maxMs, baseMs * 2 ** doublings);
  const floor = Math.min(minMs, ceiling);
  return Math.floor(floor + random() * (ceiling - floor));
}
