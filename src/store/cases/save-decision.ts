import type { RegistryTransaction } from '../../app/ports/registry.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Drizzle } from '../database/registry-database.ts';
import { factProjections } from '../projections/project-facts.ts';
import { peopleWriter } from '../projections/write-people.ts';
import type { CachedCase, CaseCache } from './case-cache.ts';
import { caseDueBy } from './case-due-by.ts';
import { caseFileText } from './case-file-text.ts';
import { caseQueries, caseUpdates } from './case-statements.ts';
import { GENESIS_HASH, journalHash } from './journal-hash.ts';
import { stageTargets } from './stage-targets.ts';

/** Loading a case and saving what was decided of it: the hot path. Each statement is prepared once. */
export function decisionStore(db: Drizzle, cache: CaseCache): Pick<RegistryTransaction, 'caseFile' | 'save'> {
  const find = caseQueries(db);
  const write = caseUpdates(db);
  const writePeople = peopleWriter(db);
  const projectFacts = factProjections(db);
  const targetsOf = stageTargets(db);

  return {
    caseFile: (caseId) => load(caseId)?.file,

    save(decision) {
      const { next } = decision;
      const before = load(next.id);
      assertFollows(before?.file, decision);
      const text = caseFileText(next, before);
      const link = linkOf(decision, before?.journalHead ?? GENESIS_HASH);
      const written = { file: text.bytes, journalHead: link.hash };
      const { row, journalRow } = before ? goOn(before, decision, link, written) : open(decision, link, written);
      if (before?.file.parties !== next.parties) writePeople(row, before?.file, next);
      if (before && before.file.status !== next.status)
        write.assignmentStatus.run({ caseId: next.id, status: next.status });
      if (decision.facts.length > 0) projectFacts(decision);
      cache.write(next.id, { row, file: next, text, journalHead: link.hash, journalRow });
    },
  };

  function load(caseId: string): CachedCase | undefined {
    const cached = cache.get(caseId);
    if (cached) return cached;
    const stored = find.byId.get({ id: caseId }) as [number, string, string, number] | undefined;
    if (!stored) return undefined;
    const [row, file, journalHead, journalRow] = stored;
    const found = { row, file: JSON.parse(file) as CaseFile, journalHead, journalRow };
    cache.put(caseId, found);
    return found;
  }

  /** The journal points to the row of its case, and the case to the row of its newest entry: the case comes first, here alone. */
  function open(decision: Decision, link: Link, written: Written): Places {
    const columns = caseColumns(decision, written);
    const dueBy = caseDueBy(decision.next, targetsOf(decision.next.workflow));
    const row = write.open.insert({ ...columns, ...placeColumns(decision), dueBy, journalRow: null });
    const journalRow = append(link, row, null);
    write.begin.run({ row, journalRow });
    return { row, journalRow };
  }

  /** Most steps leave a case in its stage: then no index of `cases` is touched. */
  function goOn(before: CachedCase, decision: Decision, link: Link, written: Written): Places {
    const { row } = before;
    const journalRow = append(link, row, before.journalRow);
    const step = { row, journalRow, ...stepColumns(decision, written) };
    if (standsWhereItStood(before.file, decision.next)) write.step.run(step);
    else {
      const dueBy = caseDueBy(decision.next, targetsOf(decision.next.workflow));
      write.move.run({ ...step, ...placeColumns(decision), dueBy });
    }
    return { row, journalRow };
  }

  function append(link: Link, caseRow: number, previousRow: number | null): number {
    return write.append.insert({ ...link, caseRow, previousRow });
  }
}

/** Where a case and its newest entry stand. */
interface Places {
  readonly row: number;
  readonly journalRow: number;
}

/** What of a case is written with every step. */
interface Written {
  readonly file: Uint8Array;
  readonly journalHead: string;
}

type Link = ReturnType<typeof linkOf>;

/** The journal's next entry, chained to the one before it. */
function linkOf({ entry }: Decision, previousHash: string) {
  const text = JSON.stringify(entry);
  const { seq, id, audience } = entry;
  return { seq, id, audience, entry: text, previousHash, hash: journalHash(previousHash, text) };
}

function assertFollows(before: CaseFile | undefined, { entry, next }: Decision): void {
  const version = before?.version ?? 0;
  if (entry.seq === version + 1 && next.version === entry.seq) return;
  throw new Error(
    `a journal gap: entry ${entry.seq} of case ${next.id} was decided on another version than ${version}, which is stored; decide on what caseFile gives in the same commit`,
  );
}

function standsWhereItStood(before: CaseFile, next: CaseFile): boolean {
  return (
    before.stage === next.stage &&
    before.stageSince === next.stageSince &&
    before.status === next.status &&
    before.outcome === next.outcome &&
    before.tasks === next.tasks &&
    before.workflow.version === next.workflow.version
  );
}

/** What changes with every step. */
function stepColumns({ entry, next }: Decision, written: Written) {
  return { version: next.version, openVersion: next.openVersion, state: entry.state, ...written };
}

/** What changes when the case moves on to another stage, or gets or closes a task. */
function placeColumns({ next }: Decision) {
  return {
    workflowVersion: next.workflow.version,
    stage: next.stage,
    status: next.status,
    outcome: next.outcome,
    closedAt: next.closedAt,
  };
}

function caseColumns(decision: Decision, written: Written) {
  const { id, reference, workflow, openedAt } = decision.next;
  return { id, reference, workflowId: workflow.id, openedAt, ...stepColumns(decision, written) };
}
