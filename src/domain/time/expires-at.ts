import { utcInstant } from '../utc-instant.ts';

/** The due minute belongs to the person: what is due at 23:59 is in time until 23:59:59.999. */
export const EXPIRY_GRACE_MS = 60_000;

/**
 * The first instant at which a deadline has expired. Compare with `now >= expiresAt(dueAt)`, never with `dueAt` itself.
 *
 * @example expiresAt('2026-03-17T06:59:00.000Z') // '2026-03-17T07:00:00.000Z'
 */
export function expiresAt(dueAt: string): string {
  return utcInstant(Date.parse(dueAt) + EXPIRY_GRACE_MS);
}
