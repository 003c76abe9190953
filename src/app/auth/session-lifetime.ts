import type { UserRow } from '../ports/identity.ts';

/** How long a session lasts: unused, and in all. */
export interface SessionLifetime {
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
}

const PARTY_SESSION: SessionLifetime = { idleMinutes: 30, absoluteMinutes: 12 * 60 };
const STAFF_SESSION: SessionLifetime = { idleMinutes: 15, absoluteMinutes: 8 * 60 };

/** Shorter for whoever holds a role in the tribunal. */
export function sessionLifetime({ roles }: Pick<UserRow, 'roles'>): SessionLifetime {
  return roles.length > 0 ? STAFF_SESSION : PARTY_SESSION;
}
