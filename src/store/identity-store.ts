import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { invitations, memberships, users } from '../../db/schema/people.ts';
import { requestCounts } from '../../db/schema/requests.ts';
import { codes, sessions } from '../../db/schema/sign-in.ts';
import type { IdentityReads, IdentityWrites, SessionRow, UserRow } from '../app/ports/identity.ts';
import { emailKey } from '../domain/email-key.ts';
import type { MembershipRole } from '../domain/viewer.ts';
import { boundStatement } from './database/bound-statement.ts';
import { preparedInsert } from './database/prepared-insert.ts';
import type { Drizzle } from './database/registry-database.ts';
import { digitalIdStore } from './digital-id-store.ts';
import { sharedCounter } from './shared-counter.ts';
import { rolesIn, USER } from './user-columns.ts';

/** People: users, their roles and sessions, one-use codes, invitations. Secrets are here as hashes only. */
export function identityStore(db: Drizzle): IdentityReads & IdentityWrites {
  const find = identityQueries(db);
  const update = identityUpdates(db);
  const insertUser = preparedInsert(db, users);
  const insertMembership = preparedInsert(db, memberships);
  const countShared = sharedCounter(db);
  const insertSession = preparedInsert(db, sessions);

  return {
    user: (userId) => find.user.get({ id: userId }),
    // Without this sign it would be a key that stands for no address.
    userByEmail: (email) => (email.includes('@') ? find.userByEmail.get({ emailKey: emailKey(email) }) : undefined),
    usersWithRole: (role) => find.usersWithRole.all({ role }),
    session(tokenHash) {
      const found = find.session.get({ tokenHash }) as SessionColumns | undefined;
      if (!found) return undefined;
      const [id, userId, createdAt, lastSeenAt, expiresAt, provenAt, provenBy, email, name, language, roles] = found;
      return {
        session: { id, userId, createdAt, lastSeenAt, expiresAt, provenAt, provenBy },
        user: { id: userId, email, name, language, roles: rolesIn(roles) },
      };
    },
    invitation(codeHash) {
      const found = find.invitation.get({ codeHash });
      if (!found) return undefined;
      const { supporter, usedAt, ...invitation } = found;
      return {
        ...invitation,
        ...(supporter === null ? {} : { supporter }),
        ...(usedAt === null ? {} : { usedAt }),
      };
    },

    insertUser({ id, email, name, language, roles }, at) {
      insertUser({ id, email, emailKey: keyOf(id, email), name, language, createdAt: at });
      grant(id, roles, at);
      if (roles.length > 0) countShared();
    },
    setRoles(userId, roles, at) {
      update.revoke.run({ userId });
      update.endSessions.run({ userId });
      grant(userId, roles, at);
      countShared();
    },
    copyUser: (user, at) => copy(user, at),
    copyMembers(members, at) {
      update.revokeAll.run();
      for (const user of members) {
        copy(user, at);
        grant(user.id, user.roles, at);
      }
    },
    putCode({ email, link, ...code }) {
      const { hash: linkHash, browserHash } = link ?? { hash: null, browserHash: null };
      update.putCode.run({ ...code, emailKey: emailKey(email), linkHash, browserHash });
    },
    tryCode(email, codeHash, at) {
      const key = { emailKey: emailKey(email) };
      const live = find.code.get(key);
      if (!live || live.expiresAt <= at) return 'none';
      const isRight = live.codeHash === codeHash;
      if (isRight || live.triesLeft <= 1) update.dropCode.run(key);
      else update.countTry.run(key);
      return isRight ? 'right' : 'wrong';
    },
    useLink(linkHash, browserHash, at) {
      const live = find.codeByLink.get({ linkHash });
      if (!live || live.expiresAt <= at) return undefined;
      if (live.browserHash !== browserHash) return 'otherBrowser';
      update.dropCode.run({ emailKey: live.emailKey });
      return { email: live.emailKey };
    },
    insertSession: (session, tokenHash) => insertSession({ ...session, tokenHash }),
    touchSession: (sessionId, lastSeenAt) => void update.touch.run({ id: sessionId, lastSeenAt }),
    deleteSession: (sessionId) => void update.endSession.run({ id: sessionId }),
    countRequest: (bucket, windowStart) => update.countRequest.get({ bucket, windowStart }).requests,
    putInvitation(codeHash, { caseId, party, supporter, expiresAt }) {
      update.putInvitation.run({ codeHash, caseId, party, supporter: supporter ?? null, expiresAt });
    },
    useInvitation: (codeHash, at) => void update.useInvitation.run({ codeHash, at }),
    dropInvitations: (caseId, party) => void update.dropInvitations.run({ caseId, party }),
    ...digitalIdStore(db),
  };

  function copy({ id, email, name, language }: UserRow, createdAt: string): void {
    update.freeAddress.run({ id, emailKey: keyOf(id, email) });
    update.copyUser.run({ id, email, emailKey: keyOf(id, email), name, language, createdAt });
  }

  function grant(userId: string, roles: readonly MembershipRole[], since: string): void {
    for (const role of new Set(roles)) insertMembership({ userId, role, since });
  }
}

/** What is read of a session and its user, in this order: every request asks for it. */
type SessionColumns = [
  id: string,
  userId: string,
  createdAt: string,
  lastSeenAt: string,
  expiresAt: string,
  provenAt: string | null,
  provenBy: SessionRow['provenBy'],
  email: string,
  name: string,
  language: string,
  roles: string,
];

/** Who has no address is looked up under none: no address holds this sign at its start. */
function keyOf(id: string, email: string): string {
  return email === '' ? `#${id}` : emailKey(email);
}

function identityQueries(db: Drizzle) {
  const { placeholder } = sql;
  return {
    user: db
      .select(USER)
      .from(users)
      .where(eq(users.id, placeholder('id')))
      .prepare(),
    userByEmail: db
      .select(USER)
      .from(users)
      .where(eq(users.emailKey, placeholder('emailKey')))
      .prepare(),
    usersWithRole: db
      .select(USER)
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.role, placeholder('role')))
      .orderBy(memberships.userId)
      .prepare(),
    session: boundStatement(
      db,
      db
        .select({
          id: sessions.id,
          userId: sessions.userId,
          createdAt: sessions.createdAt,
          lastSeenAt: sessions.lastSeenAt,
          expiresAt: sessions.expiresAt,
          provenAt: sessions.provenAt,
          provenBy: sessions.provenBy,
          email: users.email,
          name: users.name,
          language: users.language,
          roles: USER.roles,
        })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(eq(sessions.tokenHash, placeholder('tokenHash'))),
    ),
    code: db
      .select()
      .from(codes)
      .where(eq(codes.emailKey, placeholder('emailKey')))
      .prepare(),
    codeByLink: db
      .select()
      .from(codes)
      .where(eq(codes.linkHash, placeholder('linkHash')))
      .prepare(),
    invitation: db
      .select({
        caseId: invitations.caseId,
        party: invitations.party,
        supporter: invitations.supporter,
        expiresAt: invitations.expiresAt,
        usedAt: invitations.usedAt,
      })
      .from(invitations)
      .where(eq(invitations.codeHash, placeholder('codeHash')))
      .prepare(),
  };
}

function identityUpdates(db: Drizzle) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  const code = {
    codeHash: given('codeHash'),
    expiresAt: given('expiresAt'),
    triesLeft: given('triesLeft'),
    linkHash: given('linkHash'),
    browserHash: given('browserHash'),
  };
  const user = {
    email: given('email'),
    emailKey: given('emailKey'),
    name: given('name'),
    language: given('language'),
  };
  const ofAddress = eq(codes.emailKey, sql.placeholder('emailKey'));
  return {
    /** An account that home does not know any more may have had the address: nobody is looked up by it here. */
    freeAddress: db
      .update(users)
      .set({ emailKey: sql`'former ' || ${users.id}` })
      .where(and(eq(users.emailKey, sql.placeholder('emailKey')), ne(users.id, sql.placeholder('id'))))
      .prepare(),
    copyUser: db
      .insert(users)
      .values({ id: given('id'), ...user, createdAt: given('createdAt') })
      .onConflictDoUpdate({ target: users.id, set: user })
      .prepare(),
    revokeAll: db.delete(memberships).prepare(),
    revoke: db
      .delete(memberships)
      .where(eq(memberships.userId, sql.placeholder('userId')))
      .prepare(),
    endSessions: db
      .delete(sessions)
      .where(eq(sessions.userId, sql.placeholder('userId')))
      .prepare(),
    endSession: db
      .delete(sessions)
      .where(eq(sessions.id, sql.placeholder('id')))
      .prepare(),
    touch: db
      .update(sessions)
      .set({ lastSeenAt: given('lastSeenAt') })
      .where(eq(sessions.id, sql.placeholder('id')))
      .prepare(),
    putCode: db
      .insert(codes)
      .values({ emailKey: given('emailKey'), ...code })
      .onConflictDoUpdate({ target: codes.emailKey, set: code })
      .prepare(),
    dropCode: db.delete(codes).where(ofAddress).prepare(),
    countTry: db
      .update(codes)
      .set({ triesLeft: sql`${codes.triesLeft} - 1` })
      .where(ofAddress)
      .prepare(),
    countRequest: db
      .insert(requestCounts)
      .values({ bucket: given('bucket'), windowStart: given('windowStart'), requests: 1 })
      .onConflictDoUpdate({
        target: requestCounts.bucket,
        set: {
          windowStart: sql`max(excluded.window_start, ${requestCounts.windowStart})`,
          requests: sql`iif(excluded.window_start > ${requestCounts.windowStart}, 1, ${requestCounts.requests} + 1)`,
        },
      })
      .returning({ requests: requestCounts.requests })
      .prepare(),
    putInvitation: db
      .insert(invitations)
      .values({
        codeHash: given('codeHash'),
        caseId: given('caseId'),
        party: given('party'),
        supporter: given('supporter'),
        expiresAt: given('expiresAt'),
      })
      .prepare(),
    useInvitation: db
      .update(invitations)
      .set({ usedAt: given('at') })
      .where(eq(invitations.codeHash, sql.placeholder('codeHash')))
      .prepare(),
    dropInvitations: db
      .delete(invitations)
      .where(
        and(
          eq(invitations.caseId, sql.placeholder('caseId')),
          eq(invitations.party, sql.placeholder('party')),
          isNull(invitations.supporter),
          isNull(invitations.usedAt),
        ),
      )
      .prepare(),
  };
}
