import { is, Param, Placeholder, type Query } from 'drizzle-orm';
import type { Drizzle, SqlValue } from './registry-database.ts';
import { assertFitsRow } from './row-limit.ts';

type Values = Readonly<Record<string, unknown>>;

export interface BoundStatement {
  /** @throws when a row of these values is larger than one of the runtimes keeps */
  run(values: Values): void;
  /** Of an insertion: answers the row that SQLite gave. Otherwise as `run`. */
  insert(values: Values): number;
  /** The first row, in the order of its columns, as SQLite keeps it. */
  get(values: Values): SqlValue[] | undefined;
}

/**
 * A query of drizzle's, prepared once for the connection and run without it: where each value goes, and how its column
 * writes it, is found out once and not on every run. For what every move writes: 2 µs a statement less.
 */
export function boundStatement(db: Drizzle, query: { toSQL(): Query }): BoundStatement {
  const { sql, params } = query.toSQL();
  const statement = db.positional(sql);
  const read = params.map(readerOf);
  return {
    run: (values) => statement.run(bound(values)),
    insert: (values) => statement.insert(bound(values)),
    get: (values) => statement.get(bound(values)),
  };

  function bound(values: Values): SqlValue[] {
    const row = read.map((valueIn) => valueIn(values));
    assertFitsRow(row);
    return row;
  }
}

function readerOf(param: unknown): (values: Values) => SqlValue {
  if (is(param, Placeholder)) return (values) => values[param.name] as SqlValue;
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param as SqlValue;
  const { encoder } = param;
  const { name } = param.value;
  return (values) => encoder.mapToDriverValue(values[name]) as SqlValue;
}
