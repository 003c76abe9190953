import type { AuthPorts } from './auth/auth-ports.ts';

/** In one go: what is left is for the next. Each bite is a commit of its own, so that nobody waits behind them. */
const MOST_BITES = 50;

/**
 * Deletes what was kept for a while only: answers to idempotency keys and request counts after a day, sessions and codes
 * that have expired, and half a year later codes of letters and forms that nobody has gone on with; a file that was
 * uploaded for one is then taken off. Answers how many rows that were.
 */
export async function forgetExpired({ registry, wallClock }: Omit<AuthPorts, 'ids'>): Promise<number> {
  let forgotten = 0;
  for (let bite = 0; bite < MOST_BITES; bite += 1) {
    const rows = await registry.commit((tx) => tx.forgetExpired(wallClock.now()));
    if (rows === 0) break;
    forgotten += rows;
  }
  return forgotten;
}
