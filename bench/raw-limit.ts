import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { aFolder } from './a-world.ts';
import { type Measured, summary } from './measure.ts';

/** Lengths of what one move writes, as read from a registry: so many characters of text in each row. */
export interface RowSizes {
  readonly file: number;
  readonly entry: number;
  readonly answer: number;
}

const CASES = 1_000;

/** How the entries of a case are found: each by the one after it, as Parley has it, or by a unique index, as is usual. */
export type JournalLayout = 'chained' | 'indexed';

/**
 * What the machine gives at best for the same rows: better-sqlite3 alone, WAL, `synchronous=FULL`; one update and two
 * inserts a transition, `batch` transitions a transaction, and the same indexes over values as random as they are; nothing
 * decided, checked or hashed. Keys that count up would dirty one page of their index where random ones dirty 60.
 */
export function rawLimit(sizes: RowSizes, batch: number, milliseconds: number, layout: JournalLayout): Measured {
  const folder = aFolder();
  const db = new Database(join(folder, 'raw.db'));
  db.exec(`pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on;
    create table cases (row integer primary key, id text not null unique, state text not null, version integer not null, file text not null);
    create table journal (row integer primary key, case_row integer not null references cases (row), seq integer not null, entry text not null, hash text not null);
    ${layout === 'indexed' ? 'create unique index journal_by_case on journal (case_row, seq);' : ''}
    create table idempotency (row integer primary key, scope text not null, key text not null, hash text not null, body text not null, at text not null);
    create unique index idempotency_by_key on idempotency (scope, key);`);
  const file = 'f'.repeat(sizes.file);
  const insert = db.prepare('insert into cases (id, state, version, file) values (?, ?, 0, ?)');
  db.transaction(() => {
    for (let index = 0; index < CASES; index += 1) insert.run(randomUUID(), 'one', file);
  })();
  const measured = writeFor(db, sizes, batch, milliseconds);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return measured;
}

function writeFor(db: Database.Database, sizes: RowSizes, batch: number, milliseconds: number): Measured {
  const update = db.prepare('update cases set state = ?, version = ?, file = ? where row = ?');
  const journal = db.prepare('insert into journal (case_row, seq, entry, hash) values (?, ?, ?, ?)');
  const remember = db.prepare('insert into idempotency (scope, key, hash, body, at) values (?, ?, ?, ?, ?)');
  const [file, entry, answer] = ['f'.repeat(sizes.file), 'e'.repeat(sizes.entry), 'a'.repeat(sizes.answer)];
  const hash = 'h'.repeat(64);
  const at = '2026-03-02T17:00:00.000Z';
  let turn = 0;
  const write = db.transaction(() => {
    for (let index = 0; index < batch; index += 1) {
      const row = (turn % CASES) + 1;
      const seq = Math.floor(turn / CASES) + 1;
      update.run('other', seq, file, row);
      journal.run(row, seq, entry, hash);
      remember.run('applicant', randomUUID(), hash, answer, at);
      turn += 1;
    }
  }).immediate;
  const times: number[] = [];
  const started = performance.now();
  while (performance.now() - started < milliseconds) {
    const before = performance.now();
    write();
    const taken = performance.now() - before;
    for (let index = 0; index < batch; index += 1) times.push(taken);
  }
  return summary(times, performance.now() - started);
}
