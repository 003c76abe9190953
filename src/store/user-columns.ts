import { sql } from 'drizzle-orm';
import { users } from '../../db/schema/people.ts';
import type { MembershipRole } from '../domain/viewer.ts';

/** A user's roles beside them, in one statement: every request asks for both. */
const roles =
  sql<string>`(select coalesce(group_concat(role), '') from memberships where user_id = ${users.id})`.mapWith(rolesIn);

/** Roles as `USER` selects them. */
export function rolesIn(text: string): MembershipRole[] {
  return text === '' ? [] : (text.split(',').sort() as MembershipRole[]);
}

/** What is read of a user. */
export const USER = { id: users.id, email: users.email, name: users.name, language: users.language, roles };
