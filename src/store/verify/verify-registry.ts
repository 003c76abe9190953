import { asc, eq, gt, sql } from 'drizzle-orm';
import { cases, journal } from '../../../db/schema/cases.ts';
import type { Decision } from '../../domain/decision.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { NewerEngine } from '../../domain/replay/newer-engine.ts';
import { journalOfCase } from '../cases/journal-of-case.ts';
import type { Drizzle, RegistryDatabase } from '../database/registry-database.ts';
import type { RegistryProblem } from './registry-problem.ts';
import { strayEntries } from './stray-entries.ts';
import { parseEntry, verifyJournal, versionsOf } from './verify-journal.ts';
import { rowVerifier } from './verify-rows.ts';

/** Decides the entries of a case again, in order, under its pinned workflow version. May throw. */
export type Replay = (entries: readonly JournalEntry[]) => readonly Decision[];

/**
 * Proves a registry, case by case: each journal gapless and chained, each case file the bytes that replaying gives, each
 * row of the other tables what the journal accounts for. Reads the database, never a cache. Gives each problem as a
 * value, and at the end how many cases it looked at.
 *
 * The chain is anchored in the registry itself: who rewrites all of a case from its first entry, or removes the newest
 * entries together with all that they made, is found only by comparing with signed heads kept elsewhere (`headWalk`).
 *
 * @param only the cases to look at, where not all can be in one go; then nothing is said of rows without a case
 */
export function* verifyRegistry(
  database: RegistryDatabase,
  replay: Replay,
  only?: readonly string[],
): Generator<RegistryProblem, number> {
  const find = statements(database.drizzle);
  const verifyRows = rowVerifier(database.drizzle);
  let verified = 0;
  if (only) {
    for (const caseId of only) yield* database.read(() => [...verifyCase(caseId)]);
    return only.length;
  }
  for (let after = ''; ; verified += 1) {
    const stored = database.read(() => find.nextCase.get({ after }));
    if (!stored) break;
    after = stored.id;
    yield* database.read(() => [...verifyCase(stored.id)]);
  }
  yield* database.read(() => [...strayEntries(database.drizzle), ...orphans(database.drizzle)]);
  return verified;

  function* verifyCase(caseId: string): Generator<RegistryProblem> {
    const stored = find.byId.get({ caseId });
    const entries = find.journal.all({ caseId });
    if (!stored) return;
    const broken = [...verifyJournal(stored, entries)];
    yield* broken;
    if (entries.length === 0)
      yield { kind: 'journal-missing', caseId, detail: 'the case leads to no entry of a journal' };
    else if (broken.length === 0) yield* verifyAgainstJournal(stored, entries);
  }

  function* verifyAgainstJournal(stored: StoredCase, entries: readonly StoredEntry[]): Generator<RegistryProblem> {
    const { id: caseId } = stored;
    const { version, openVersion } = versionsOf(entries);
    if (stored.version !== version || stored.openVersion !== openVersion) {
      const detail = `the case stands at ${stored.version} (${stored.openVersion} open), its journal at ${version} (${openVersion})`;
      yield { kind: 'version-differs', caseId, detail };
    }
    const decisions = replayed(caseId, entries);
    if ('kind' in decisions) yield decisions;
    else {
      yield* verifyFile(stored, decisions, entries.at(-1)?.hash);
      yield* verifyRows(caseId, decisions, entries[0]?.hash ?? '');
    }
  }

  function replayed(caseId: string, entries: readonly StoredEntry[]): readonly Decision[] | RegistryProblem {
    try {
      return replay(entries.flatMap(({ entry }) => parseEntry(entry) ?? []));
    } catch (error) {
      const kind = error instanceof NewerEngine ? 'newer-engine' : 'replay-failed';
      return { kind, caseId, detail: error instanceof Error ? error.message : String(error) };
    }
  }
}

type StoredCase = typeof cases.$inferSelect;
type StoredEntry = typeof journal.$inferSelect;

function* verifyFile(
  stored: StoredCase,
  decisions: readonly Decision[],
  journalHead: string | undefined,
): Generator<RegistryProblem> {
  const last = decisions.at(-1);
  const { id: caseId } = stored;
  if (!last || JSON.stringify(last.next) !== stored.file) {
    yield { kind: 'file-differs', caseId, detail: 'replaying the journal gives another case file' };
    return;
  }
  const { next, entry } = last;
  const should = {
    reference: next.reference,
    workflowId: next.workflow.id,
    workflowVersion: next.workflow.version,
    stage: next.stage,
    state: entry.state,
    status: next.status,
    outcome: next.outcome,
    openedAt: next.openedAt,
    closedAt: next.closedAt,
    journalHead,
  };
  const columns = Object.entries(should).filter(([name, value]) => stored[name as keyof StoredCase] !== value);
  if (columns.length === 0) return;
  const detail = `in ${columns.map(([name]) => name).join(', ')}`;
  yield { kind: 'row-differs', caseId, table: 'cases', row: caseId, detail };
}

/** Rows whose case (or notice, or user) is gone. */
function orphans(db: Drizzle): RegistryProblem[] {
  const found = db.all<{ readonly table: string; readonly parent: string }>(sql`pragma foreign_key_check`);
  const tables = Map.groupBy(found, ({ table, parent }) => `${table} of ${parent}`);
  return [...tables].map(([detail, rows]) => ({
    kind: 'case-missing',
    caseId: '',
    table: rows[0]?.table ?? '',
    detail: `${rows.length} rows in ${detail} that are not there`,
  }));
}

function statements(db: Drizzle) {
  return {
    nextCase: db
      .select({ id: cases.id })
      .from(cases)
      .where(gt(cases.id, sql.placeholder('after')))
      .orderBy(asc(cases.id))
      .limit(1)
      .prepare(),
    byId: db
      .select()
      .from(cases)
      .where(eq(cases.id, sql.placeholder('caseId')))
      .prepare(),
    journal: db.select().from(journal).where(journalOfCase()).orderBy(asc(journal.row)).prepare(),
  };
}
