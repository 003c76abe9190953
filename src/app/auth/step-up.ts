import type { SessionRow } from '../ports/identity.ts';
import { minutesBetween } from './minutes-after.ts';

/** What asks for a fresh proof (`stepUp`) takes one that is at most so old. */
export const STEP_UP_MINUTES = 10;

/** Whether a session's holder has just shown who they are: by a code, a link or their Digital ID. */
export function isFreshlyProven({ provenAt }: Pick<SessionRow, 'provenAt'>, at: string): boolean {
  return provenAt !== null && minutesBetween(provenAt, at) < STEP_UP_MINUTES;
}
