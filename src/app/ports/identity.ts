import type { ProvenBy } from '../../domain/proven-by.ts';
import type { MembershipRole } from '../../domain/viewer.ts';

export interface UserRow {
  readonly id: string;
  /** Empty for who signs in by Digital ID alone. */
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
  /** The link that comes in the same mail, and the browser that it is for. */
  readonly link?: { readonly hash: string; readonly browserHash: string };
}

export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  /** When they last did; null where nobody knows. */
  readonly provenAt: string | null;
  readonly provenBy: ProvenBy | null;
}

/** A person as a provider of Digital IDs knows them. Only both together are somebody. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Someone on their way to the provider and back. */
export interface DigitalIdAttempt {
  /** The browser that set out. */
  readonly browserHash: string;
  readonly nonce: string;
  readonly verifier: string;
  /** To sign in; to show once more that it is they; to be known by their Digital ID from now on. */
  readonly purpose: 'signIn' | 'again' | 'link';
  /** Who was signed in when they set out, but for signing in. */
  readonly userId: string | null;
  /** The page to come back to. */
  readonly next: string;
  readonly expiresAt: string;
}

export interface InvitationRow {
  readonly caseId: string;
  readonly party: string;
  readonly supporter?: string;
  readonly expiresAt: string;
  /** Absent: nobody has come with it yet. */
  readonly usedAt?: string;
}

export interface IdentityReads {
  user(userId: string): UserRow | undefined;
  userByEmail(email: string): UserRow | undefined;
  usersWithRole(role: MembershipRole): readonly UserRow[];
  session(tokenHash: string): { readonly session: SessionRow; readonly user: UserRow } | undefined;
  invitation(codeHash: string): InvitationRow | undefined;
  userByIdentity(identity: Identity): UserRow | undefined;
  identitiesOf(userId: string): readonly (Identity & { readonly linkedAt: string })[];
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
  /** Whose mail brought this link; deletes it, and the code with it. In another browser nothing is done. */
  useLink(linkHash: string, browserHash: string, at: string): { readonly email: string } | 'otherBrowser' | undefined;
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
  /** Ends what was sent to a party and nobody came with; what went to who stands beside it stays. */
  dropInvitations(caseId: string, party: string): void;
  /** From now on this identity is this user, whoever it was before. */
  putIdentity(identity: Identity, userId: string, at: string): void;
  deleteIdentity(identity: Identity): void;
  putAttempt(stateHash: string, attempt: DigitalIdAttempt): void;
  /** Deletes the attempt and answers it, for whoever comes back in time with the same browser; in another one nothing is done. */
  takeAttempt(stateHash: string, browserHash: string, at: string): DigitalIdAttempt | undefined;
}
