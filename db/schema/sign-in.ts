import { sql } from 'drizzle-orm/sql';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ofUser } from './people.ts';

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    userId: ofUser(),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** When, and by what, its holder last showed who they are; null for one of before this was noted. */
    provenAt: text('proven_at'),
    provenBy: text('proven_by', { enum: ['mail', 'digitalId', 'operator'] }),
  },
  (t) => [
    uniqueIndex('sessions_by_token').on(t.tokenHash),
    index('sessions_by_user').on(t.userId),
    index('sessions_by_expiry').on(t.expiresAt),
  ],
);

export const codes = sqliteTable(
  'codes',
  {
    emailKey: text('email_key').primaryKey(),
    codeHash: text('code_hash').notNull(),
    expiresAt: text('expires_at').notNull(),
    triesLeft: integer('tries_left').notNull(),
    /** The link that came in the same mail, and the browser that it is for. */
    linkHash: text('link_hash'),
    browserHash: text('browser_hash'),
  },
  (t) => [
    index('codes_by_expiry').on(t.expiresAt),
    uniqueIndex('codes_by_link').on(t.linkHash).where(sql`link_hash is not null`),
  ],
);

/** By whom a provider of Digital IDs knows a user: one person of an issuer is one user, and an address plays no part. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: ofUser(),
    linkedAt: text('linked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('identities_by_user').on(t.userId)],
);

/** Who has gone to the provider of Digital IDs and is to come back: once, soon, and with the same browser. */
export const digitalIdAttempts = sqliteTable(
  'digital_id_attempts',
  {
    stateHash: text('state_hash').primaryKey(),
    browserHash: text('browser_hash').notNull(),
    nonce: text('nonce').notNull(),
    verifier: text('verifier').notNull(),
    purpose: text('purpose', { enum: ['signIn', 'again', 'link'] }).notNull(),
    /** Who is signed in, where it matters: the Digital ID has to be theirs. */
    userId: text('user_id'),
    next: text('next').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('digital_id_attempts_by_expiry').on(t.expiresAt)],
);
