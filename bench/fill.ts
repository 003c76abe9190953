import type { World } from './a-world.ts';

/** How the due dates of copies spread: over ten years from the original's. */
const SPREAD_DAYS = 3_650;

/** What a case consists of; effects and answers to keys are left out. A journal is copied from its beginning on. */
const TABLES = [
  ...['cases', 'participants', 'assignments', 'journal', 'deadlines', 'reminders', 'notices', 'documents', 'messages'],
  ...['offers', 'orders', 'decisions', 'tasks', 'fees'],
];

/** The indexes for words, by the table whose `row` is their rowid. */
const SEARCHES = { cases: 'case_search', decisions: 'decision_search' } as const;

/** How a table names its case, and the order in which its rows are copied, where that is not by `case_id` and as they came. */
const OF_CASE: Readonly<Record<string, string>> = {
  cases: 'id = ?',
  journal: 'case_row = (select row from cases where id = ?) order by row',
};

type Row = Readonly<Record<string, unknown>>;

/**
 * Copies one case so many times, in all its tables, each copy under ids of its own and with its open deadlines on a day of
 * its own: the rows that opening so many cases would have made, without the hours that takes. Answers the id of each copy by
 * its place, from 0: a list of a million would keep the collector of garbage busy, as no registry does.
 *
 * @param label digits that no other filling of the same registry has
 */
export function fill(
  world: Pick<World, 'database'>,
  caseId: string,
  count: number,
  label = '',
): (place: number) => string {
  const db = world.database.connection;
  const copied = inCopies(db, caseId, label);
  db.pragma('synchronous = off');
  const places = placesOfEntries(db, caseId, count, label);
  for (const table of TABLES) {
    for (const row of db
      .prepare(`select * from ${table} where ${OF_CASE[table] ?? 'case_id = ? order by rowid'}`)
      .all(caseId) as Row[]) {
      const columns = Object.keys(row).filter((name) => name !== 'row' || table === 'journal');
      const placed = table === 'journal' || table === 'cases' ? places(row) : {};
      const values = columns.map((name) => placed[name] ?? copied(row[name]));
      db.prepare(
        `with recursive copies (n) as (select 1 union all select n + 1 from copies where n < ?)
         insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')})
         select ${values.map(({ sql }) => sql).join(', ')} from copies`,
      ).run(count, ...values.map(({ value }) => value));
    }
  }
  for (const [table, search] of Object.entries(SEARCHES)) copySearch(db, table, search, caseId, label);
  db.pragma('synchronous = full');
  db.pragma('wal_checkpoint(truncate)');
  return (place) => copyId('c', label, place + 1);
}

function copyId(kind: string, label: string, number: number): string {
  return `${kind}${label}${String(number).padStart(26 - kind.length - label.length, '0')}`;
}

/** The same in SQL, where the copy's number is `n`. */
function copyIdInSql(kind: string, label: string): string {
  return `printf('${kind}${label}%0${26 - kind.length - label.length}d', n)`;
}

type Database = World['database']['connection'];
type Value = { readonly sql: string; readonly value: unknown };

/** Where copies of the journal's entries stand: after all others, the first entry of every copy, then the second of each. */
function placesOfEntries(db: Database, caseId: string, count: number, label: string) {
  const last = db.prepare('select max(row) from journal').pluck().get() as number;
  const { version } = db.prepare('select version from cases where id = ?').get(caseId) as { version: number };
  const entry = (seq: number): Value => ({ sql: '? + n', value: seq < 1 ? null : last + (seq - 1) * count });
  const ofCase: Value = {
    sql: `(select row from cases where id = ${copyIdInSql('c', label)} and ? is null)`,
    value: null,
  };
  return (row: Row): Readonly<Record<string, Value>> =>
    typeof row.seq === 'number'
      ? { row: entry(row.seq), previous_row: entry(row.seq - 1), case_row: ofCase }
      : { journal_row: entry(version) };
}

/** How a value of the original is written in a copy, as an expression over `n` with the value as its one parameter. */
function inCopies(db: Database, caseId: string, label: string): (value: unknown) => Value {
  const list = (statement: string) => db.prepare(statement).pluck().all(caseId) as string[];
  // All else bears the id of the entry that made it, and a letter or digit.
  const entries = [
    ...list('select id from journal where case_row = (select row from cases where id = ?) order by seq'),
    ...list(`select id from documents where case_id = ? and origin = 'uploaded'`),
  ];
  const named: [string, string][] = [
    [caseId, copyIdInSql('c', label)],
    ...list('select reference from cases where id = ?').map((reference): [string, string] => [
      reference,
      `printf('B-2020-${label}%08d', n)`,
    ]),
    ...entries.map((id, index): [string, string] => [id, copyIdInSql(`e${String(index).padStart(3, '0')}`, label)]),
    ...list('select code from orders where case_id = ? and code is not null').map((code, index): [string, string] => [
      code,
      copyIdInSql(`k${String(index).padStart(3, '0')}`, label),
    ]),
    ...list(`select deadline ->> 'dueAt' from deadlines where case_id = ? and status = 'open'`).flatMap(later),
  ];
  return (value) => {
    if (typeof value !== 'string') return { sql: '?', value };
    const within = named.filter(([name]) => value.includes(name));
    return { sql: within.reduce((sql, [name, copy]) => `replace(${sql}, '${name}', ${copy})`, '?'), value };
  };
}

/** The stated minute, and its end, when it has expired. */
function later(due: string): [string, string][] {
  const expiry = new Date(Date.parse(due) + 60_000).toISOString();
  return [due, expiry].map((instant) => [
    instant,
    `strftime('%Y-%m-%dT%H:%M:%fZ', '${instant}', (n % ${SPREAD_DAYS}) || ' days')`,
  ]);
}

/** What people look for: the original's words under the copies' rows. */
function copySearch(db: Database, table: string, search: string, caseId: string, label: string): void {
  const key = table === 'cases' ? 'id' : 'case_id';
  const columns = (db.pragma(`table_info(${search})`) as { name: string }[]).map(({ name }) => name);
  const words = columns.map((name) => `${search}.${name}`).join(', ');
  db.prepare(
    `insert into ${search} (rowid, ${columns.join(', ')})
     select copy.row, ${words} from ${table} as copy, ${search}
     where copy.${key} glob 'c${label}0*' and ${search}.rowid in (select row from ${table} where ${key} = ?)`,
  ).run(caseId);
}
