import type { IdentityWrites } from '../ports/identity.ts';
import type { Ids } from '../ports/ids.ts';

/** How often something may be asked for within a window of fixed length. */
export interface RateLimit {
  readonly name: string;
  readonly times: number;
  readonly minutes: number;
}

/**
 * Counts one more request for this subject (an address, a network address) and says whether it is one too many. The
 * count is kept with the data: neither a restart nor a second process resets it. Subjects are kept as hashes alone.
 */
export function isOverLimit(
  tx: Pick<IdentityWrites, 'countRequest'>,
  ids: Ids,
  limit: RateLimit,
  subject: string,
  at: string,
): boolean {
  return tx.countRequest(ids.hash(`${limit.name}\n${subject}`), windowStart(at, limit.minutes)) > limit.times;
}

function windowStart(at: string, minutes: number): string {
  const length = minutes * 60_000;
  return new Date(Math.floor(Date.parse(at) / length) * length).toISOString();
}
