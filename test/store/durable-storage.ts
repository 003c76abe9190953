import BetterSqlite, { type Database } from 'better-sqlite3';
import type { SqlValue } from '../../src/store/database/registry-database.ts';

const MAX_BOUND_PARAMETERS = 100;
const MAX_ROW_BYTES = 2_000_000;
/** A Durable Object runs transactions through `transactionSync` alone, and knows few pragmas. */
const REFUSED =
  /^\s*(begin|commit|end|rollback|savepoint|release|vacuum|attach|detach|pragma (?!foreign_key_check|recursive_triggers))/i;

type Bound = string | number | null | ArrayBuffer;

/**
 * The storage of a Durable Object, as far as drizzle's `durable-sqlite` driver uses it, over SQLite in memory: with its
 * limits, so that what breaks them breaks here. It stands in for workerd, which is not needed to find that out.
 */
export class DurableStorage {
  readonly #connection: Database = new BetterSqlite(':memory:');
  #depth = 0;

  readonly sql = {
    exec: (query: string, ...bindings: Bound[]) => {
      const values = bindings.map((value) => (value instanceof ArrayBuffer ? Buffer.from(value) : value));
      assertAllowed(query, bindings);
      const statement = this.#connection.prepare(query);
      if (!statement.reader) {
        statement.run(...values);
        return cursor([], []);
      }
      const columns = statement.columns().map(({ name }) => name);
      return cursor(columns, statement.raw().all(...values) as SqlValue[][]);
    },
  };

  /** Nests, as workerd's does: what throws undoes its own part. */
  transactionSync<T>(work: () => T): T {
    const name = `sync_${this.#depth}`;
    this.#connection.exec(`SAVEPOINT ${name}`);
    this.#depth += 1;
    try {
      const value = work();
      this.#connection.exec(`RELEASE ${name}`);
      return value;
    } catch (error) {
      this.#connection.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }
}

function cursor(columns: readonly string[], rows: SqlValue[][]) {
  const asObject = (row: readonly unknown[]) => Object.fromEntries(columns.map((name, index) => [name, row[index]]));
  const left = rows.map(asObject);
  return {
    toArray: () => left,
    next: () => (left.length > 0 ? { done: false, value: left.shift() } : { done: true, value: undefined }),
    raw: () => Object.assign(rows.values(), { toArray: () => rows }),
  };
}

function assertAllowed(query: string, bindings: readonly unknown[]): void {
  if (REFUSED.test(query)) throw new Error(`not authorized: ${query}`);
  if (bindings.length > MAX_BOUND_PARAMETERS) throw new Error(`too many SQL variables: ${bindings.length}`);
  for (const value of bindings) {
    const isBindable =
      value === null || typeof value === 'string' || typeof value === 'number' || value instanceof ArrayBuffer;
    if (!isBindable) throw new TypeError(`a ${typeof value} cannot be bound: ${query}`);
    const size = typeof value === 'string' ? value.length : value instanceof ArrayBuffer ? value.byteLength : 0;
    if (size > MAX_ROW_BYTES) throw new Error('string or blob too big');
  }
}
