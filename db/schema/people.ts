import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { MembershipRole } from '../../src/domain/viewer.ts';
import { ofCase } from './cases.ts';

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** Empty for who signs in by Digital ID alone. */
    email: text('email').notNull(),
    /** The form under which people are looked up: one user an address. Without an address it is one that no address can be. */
    emailKey: text('email_key').notNull(),
    name: text('name').notNull(),
    language: text('language').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_by_email').on(t.emailKey)],
);

/** For what is somebody's own. */
export const ofUser = () =>
  text('user_id')
    .notNull()
    .references(() => users.id);

export const memberships = sqliteTable(
  'memberships',
  { userId: ofUser(), role: text('role').$type<MembershipRole>().notNull(), since: text('since').notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.role] }), index('memberships_by_role').on(t.role)],
);

export const invitations = sqliteTable(
  'invitations',
  {
    codeHash: text('code_hash').primaryKey(),
    caseId: ofCase(),
    party: text('party').notNull(),
    supporter: text('supporter'),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('invitations_by_party').on(t.caseId, t.party), index('invitations_by_expiry').on(t.expiresAt)],
);
