import { and, eq, sql } from 'drizzle-orm';
import { users } from '../../db/schema/people.ts';
import { digitalIdAttempts, identities } from '../../db/schema/sign-in.ts';
import type { IdentityReads, IdentityWrites } from '../app/ports/identity.ts';
import type { Drizzle } from './database/registry-database.ts';
import { USER } from './user-columns.ts';

type DigitalIdStore = Pick<IdentityReads, 'userByIdentity' | 'identitiesOf'> &
  Pick<IdentityWrites, 'putIdentity' | 'deleteIdentity' | 'putAttempt' | 'takeAttempt'>;

/** Users as providers of Digital IDs know them, and who is on their way there and back. */
export function digitalIdStore(db: Drizzle): DigitalIdStore {
  const { placeholder } = sql;
  const given = (name: string) => sql`${placeholder(name)}`;
  const ofIdentity = and(eq(identities.issuer, placeholder('issuer')), eq(identities.subject, placeholder('subject')));
  const user = db
    .select(USER)
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(ofIdentity)
    .prepare();
  const ofUser = db
    .select({ issuer: identities.issuer, subject: identities.subject, linkedAt: identities.linkedAt })
    .from(identities)
    .where(eq(identities.userId, placeholder('userId')))
    .orderBy(identities.linkedAt)
    .prepare();
  const put = db
    .insert(identities)
    .values({
      issuer: given('issuer'),
      subject: given('subject'),
      userId: given('userId'),
      linkedAt: given('linkedAt'),
    })
    .onConflictDoUpdate({
      target: [identities.issuer, identities.subject],
      set: { userId: given('userId'), linkedAt: given('linkedAt') },
    })
    .prepare();
  const remove = db.delete(identities).where(ofIdentity).prepare();
  const putAttempt = db
    .insert(digitalIdAttempts)
    .values({
      stateHash: given('stateHash'),
      browserHash: given('browserHash'),
      nonce: given('nonce'),
      verifier: given('verifier'),
      purpose: given('purpose'),
      userId: given('userId'),
      next: given('next'),
      expiresAt: given('expiresAt'),
    })
    .prepare();
  const takeAttempt = db
    .delete(digitalIdAttempts)
    .where(
      and(
        eq(digitalIdAttempts.stateHash, placeholder('stateHash')),
        eq(digitalIdAttempts.browserHash, placeholder('browserHash')),
      ),
    )
    .returning()
    .prepare();

  return {
    userByIdentity: ({ issuer, subject }) => user.get({ issuer, subject }),
    identitiesOf: (userId) => ofUser.all({ userId }),
    putIdentity: ({ issuer, subject }, userId, linkedAt) => void put.run({ issuer, subject, userId, linkedAt }),
    deleteIdentity: ({ issuer, subject }) => void remove.run({ issuer, subject }),
    putAttempt: (stateHash, attempt) => void putAttempt.run({ stateHash, ...attempt }),
    takeAttempt(stateHash, browserHash, at) {
      const taken = takeAttempt.get({ stateHash, browserHash });
      if (!taken || taken.expiresAt <= at) return undefined;
      const { stateHash: _, ...attempt } = taken;
      return attempt;
    },
  };
}
