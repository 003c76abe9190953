import { asc, gt, type SQL, sql } from 'drizzle-orm';
import type { Drizzle } from '../database/registry-database.ts';

/** A row as it travels from one database to another: its rowid, and its values in the order of the table's columns. */
export interface TravellingRow {
  readonly rowid: number;
  readonly values: readonly (string | number | null)[];
}

export interface RowPage {
  readonly columns: readonly string[];
  readonly rows: readonly TravellingRow[];
}

/** Others point to their rows. */
const FIRST = ['users', 'cases', 'notices'];
/** Counted by triggers as rows come in; what the source counted is the truth. */
const LAST = ['counters'];
const NEVER = /^(sqlite_|_cf_|__drizzle|backup_files$)|_search_(data|idx|content|docsize|config)$/;

/** Of them the largest must fit into the memory of a Durable Object, 128 MB. */
const MAX_ROWS = 200;
/** Of a page, by its characters: well below what a request to a Worker may hold, and above the largest row. */
const PAGE_CHARACTERS = 1_000_000;

/** The tables of a registry in the order in which their rows can be taken in, those of the search among them. */
export function transferTables(db: Drizzle): readonly string[] {
  const found = db.all<{ name: string }>(sql`select name from sqlite_schema where type = 'table' order by name`);
  const names = found.map(({ name }) => name).filter((name) => !NEVER.test(name));
  const between = names.filter((name) => !FIRST.includes(name) && !LAST.includes(name));
  return [...FIRST, ...between, ...LAST];
}

/** Rows of a table after a rowid, in order; none when it is at its end. */
export function readRows(db: Drizzle, table: string, after: number): RowPage {
  const columns = columnsOf(db, table);
  const rowid = sql`rowid`;
  const read = db.values<[number, ...(string | number | null)[]]>(
    sql`select ${sql.join([rowid, ...columns.map(named)], sql`, `)} from ${named(table)}
        where ${gt(rowid, after)} order by ${asc(rowid)} limit ${sql.raw(String(MAX_ROWS))}`,
  );
  return { columns, rows: upToAPage(read.map(([id, ...values]) => ({ rowid: id, values }))) };
}

/** Takes rows into a table: in a transaction of the caller's. */
export function takeRows(db: Drizzle, table: string, { columns, rows }: RowPage): void {
  const known = new Set(columnsOf(db, table));
  const strange = columns.find((column) => !known.has(column));
  if (strange !== undefined)
    throw new Error(`the table ${table} has no column ${strange} here; use one version on both sides`);
  const verb = LAST.includes(table) ? sql`insert or replace` : sql`insert`;
  const into = sql.join([sql`rowid`, ...columns.map(named)], sql`, `);
  for (const { rowid, values } of rows) {
    const given = sql.join(
      [rowid, ...values].map((value) => sql`${value}`),
      sql`, `,
    );
    db.run(sql`${verb} into ${named(table)} (${into}) values (${given})`);
  }
}

/** How many rows each table has. */
export function countRows(db: Drizzle): Readonly<Record<string, number>> {
  return Object.fromEntries(
    transferTables(db).map((table) => [
      table,
      db.values<[number]>(sql`select count(*) from ${named(table)}`)[0]?.[0] ?? 0,
    ]),
  );
}

/** Rows that point to nothing, by table: none in a sound registry. */
export function brokenReferences(db: Drizzle): readonly string[] {
  return [...new Set(db.all<{ table: string }>(sql`pragma foreign_key_check`).map(({ table }) => table))];
}

function columnsOf(db: Drizzle, table: string): readonly string[] {
  return db.all<{ name: string }>(sql`select name from pragma_table_info(${table})`).map(({ name }) => name);
}

function named(name: string): SQL {
  return sql`${sql.identifier(name)}`;
}

function upToAPage(rows: readonly TravellingRow[]): readonly TravellingRow[] {
  let characters = 0;
  const first = rows.findIndex((row) => {
    characters += JSON.stringify(row.values).length;
    return characters > PAGE_CHARACTERS;
  });
  return first === -1 ? rows : rows.slice(0, Math.max(first, 1));
}
