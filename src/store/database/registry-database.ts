import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** What a column takes and gives. Bytes are of a buffer of their own. */
export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>;

/** A statement prepared once for the connection; values stand in the order of its question marks. */
export interface PositionalStatement {
  run(values: SqlValue[]): void;
  /** For an insertion: answers the row that SQLite gave. */
  insert(values: SqlValue[]): number;
  /** The first row, in the order of its columns. */
  get(values: SqlValue[]): SqlValue[] | undefined;
}

/** Drizzle over a synchronous SQLite: better-sqlite3 on Node, a Durable Object's own on Workers. */
export interface Drizzle extends BaseSQLiteDatabase<'sync', unknown> {
  /** The driver's own statement, for what is written with every move. */
  positional(text: string): PositionalStatement;
}

/** What a runtime's driver gives the registry. Everything else in this folder is the same on both. */
export interface RegistryDatabase {
  readonly drizzle: Drizzle;
  /** Runs `work` in a transaction of its own, at once: for start-up. */
  transact<T>(work: () => T): T;
  /** Runs `work`, undone alone if it throws, and answers once it is on disk; may share a transaction with others. */
  commit<T>(work: () => T): Promise<T>;
  /** Runs `work` on one consistent state of the database. */
  read<T>(work: () => T): T;
  /** Has `forget` called whenever what was read before may no longer hold: someone else wrote, or a commit failed. */
  onStale(forget: () => void): void;
}
