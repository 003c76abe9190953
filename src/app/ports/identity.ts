import type { MembershipRole } from '../../domain/viewer.ts';

export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly roles: readonly MembershipRole[];
}
export interface CodeRow {
  readonly email: string;
  readonly codeHash: string;
  readonly expiresAt: string;
  readonly triesLeft: number;
}
export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
}
export interface InvitationRow {
  readonly caseId: string;
  readonly party: string;
  readonly supporter?: string;
  readonly expiresAt: string;
}

export interface IdentityReads {
  user(userId: string): UserRow | undefined;
  userByEmail(email: string): UserRow | undefined;
  usersWithRole(role: MembershipRole): readonly UserRow[];
  session(tokenHash: string): { readonly session: SessionRow; readonly user: UserRow } | undefined;
  invitation(codeHash: string): InvitationRow | undefined;
}
export interface IdentityWrites {
  insertUser(user: UserRow, at: string): void;
  /** Knows a user of the home registry as they are there now; their roles here stay as they are. */
  copyUser(user: UserRow, at: string): void;
  /** Those who hold roles, as the home registry has them: nobody else holds any from now on. */
  copyMembers(members: readonly UserRow[], at: string): void;
  /** Ends the user's sessions: rights that changed are not carried by old tokens. */
  setRoles(userId: string, roles: readonly MembershipRole[], at: string): void;
  /** One live code an address: a new one replaces the old. */
  putCode(code: CodeRow): void;
  /** Counts a try and returns what was live before it; a code is deleted when it is used or its tries are up. */
  tryCode(email: string, codeHash: string, at: string): 'right' | 'wrong' | 'none';
  insertSession(session: SessionRow, tokenHash: string): void;
  touchSession(sessionId: string, lastSeenAt: string): void;
  deleteSession(sessionId: string): void;
  /**
   * Counts one more request in this bucket's window and returns how many there are now, this one included. Only the
   * newest window of a bucket is kept; buckets a day old are dropped.
   */
  countRequest(bucket: string, windowStart: string): number;
  putInvitation(codeHash: string, invitation: InvitationRow): void;
  useInvitation(codeHash: string, at: string): void;
}
