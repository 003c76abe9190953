import { sql } from 'drizzle-orm';
import { counters } from '../../db/schema/tribunal.ts';
import type { Drizzle } from './database/registry-database.ts';

/** Counts a change of something that the tribunal's other registries have a copy of: their next look takes it again. */
export function sharedCounter(db: Drizzle): () => void {
  const count = db
    .insert(counters)
    .values({ name: 'shared', count: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { count: sql`${counters.count} + 1` } })
    .prepare();
  return () => void count.run();
}
