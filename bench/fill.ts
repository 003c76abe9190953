import type { World } from './a-world.ts';

/** How the due dates of copies spread: over ten years from the original's. */
const SPREAD_DAYS = 3_650;

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * Copies one case so many times, in all its tables, each copy under ids of its own and with its deadline on a day of its
 * own: the rows that opening so many cases would have made, without the hours that takes. Answers the copies' ids.
 */
export function fill(world: World, caseId: string, count: number): string[] {
  const db = world.database.connection;
  const one = <T>(statement: string) => db.prepare(statement).get(caseId) as T;
  const { id: entry } = one<{ id: string }>('select id from journal where case_id = ?');
  const { reference } = one<{ reference: string }>('select reference from cases where id = ?');
  const due = (
    JSON.parse(one<{ deadline: string }>('select deadline from deadlines where case_id = ?').deadline) as {
      dueAt: string;
    }
  ).dueAt;
  const copy = (column: string) => {
    const later = `strftime('%Y-%m-%dT%H:%M:%fZ', '${due}', (n % ${SPREAD_DAYS}) || ' days')`;
    const expiry = `strftime('%Y-%m-%dT%H:%M:%fZ', '${due}', '60 seconds')`;
    const laterExpiry = `strftime('%Y-%m-%dT%H:%M:%fZ', '${due}', '60 seconds', (n % ${SPREAD_DAYS}) || ' days')`;
    const named = `replace(replace(replace(${column}, '${caseId}', printf('c%025d', n)), '${entry}', printf('e%025d', n)), '${reference}', printf('B-2020-%08d', n))`;
    return `replace(replace(${named}, '${due}', ${later}), ${expiry}, ${laterExpiry})`;
  };
  db.exec('pragma synchronous = off');
  for (const table of ['cases', 'participants', 'journal', 'deadlines']) {
    const columns = (db.pragma(`table_info(${table})`) as Column[]).filter(({ name }) => name !== 'row');
    const names = columns.map(({ name }) => `"${name}"`);
    const values = columns.map(({ name, type }) => (type.toLowerCase() === 'text' ? copy(`"${name}"`) : `"${name}"`));
    const key = table === 'cases' ? 'id' : 'case_id';
    db.prepare(
      `with recursive copies (n) as (select 1 union all select n + 1 from copies where n < ?)
       insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from copies, ${table} as original where original.${key} = ?`,
    ).run(count, caseId);
  }
  db.exec('pragma synchronous = full');
  db.pragma('wal_checkpoint(truncate)');
  return Array.from({ length: count }, (_, index) => `c${String(index + 1).padStart(25, '0')}`);
}
