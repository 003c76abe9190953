import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Audience } from '../../src/domain/audience.ts';

/** A text in each language. */
export type Texts = Readonly<Record<string, string>>;

/** `row` is SQLite's rowid under a name of its own, so that it survives VACUUM; it never leaves the store. */
export const row = () => integer('row').primaryKey();

/** Who may read a row of a case. */
export const audience = () => text('audience').$type<Audience>().notNull();
