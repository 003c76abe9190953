import type { CaseScope } from '../../domain/access/case-scope.ts';
import type { Audience } from '../../domain/audience.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Ending } from '../../domain/texts/durations.ts';
import type { DraftReads, DraftWrites } from './drafts.ts';
import type { IdentityReads, IdentityWrites } from './identity.ts';
import type { OutboxReads, OutboxWrites } from './outbox.ts';
import type { Page, PageRequest } from './page.ts';
import type { RegisterSearch } from './register-search.ts';
import type {
  CaseRow,
  DeadlineRow,
  DecisionRow,
  DocumentRow,
  FeeRow,
  JournalRow,
  MessageRow,
  NoticeRow,
  OfferRow,
  OrderRow,
  PublicDecision,
  TaskRow,
  VerifiedOrderRow,
} from './rows.ts';
import type { WorkflowReads, WorkflowWrites } from './workflows.ts';

export interface CaseFilter {
  readonly stage?: string | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  readonly assignee?: string | undefined;
  /** Cases whose `dueBy` lies before this instant. */
  readonly overdueAt?: string | undefined;
  /** Cases of which that is not so. */
  readonly inTimeAt?: string | undefined;
  /** Cases in which work is open for this person of the tribunal. */
  readonly work?: WorkOf | undefined;
  /** Words looked for in reference and party names. */
  readonly q?: string | undefined;
}

/** Whose work: what lies in the registry's queue is that of all of it; in another, of whom the case was given to. */
export interface WorkOf {
  readonly userId: string;
  /** Roles that they hold. */
  readonly queues: readonly string[];
  /** Tasks that they are not to know of in any case: a list without them has no gaps. */
  readonly withoutTasks: readonly string[];
}

/** The parts of a case that hold rows for an audience; each read names the audiences of its viewer. */
export interface PartRows {
  journal: JournalRow;
  deadlines: DeadlineRow;
  notices: NoticeRow;
  documents: DocumentRow;
  messages: MessageRow;
  offers: OfferRow;
  orders: OrderRow;
  decisions: DecisionRow;
  tasks: TaskRow;
  fees: FeeRow;
}
export type Part = keyof PartRows;

/** A due deadline or reminder, found by index. */
export interface DueRow {
  readonly caseId: string;
  readonly deadline: string;
  /** Absent: the deadline itself expires. */
  readonly reminder?: string;
  readonly at: string;
}

export interface Uploaded {
  readonly files: number;
  readonly bytes: number;
  /** What was taken off before it was filed: none of the above, yet the blob store holds it. */
  readonly takenOff: { readonly files: number; readonly bytes: number };
}

export interface RegistryReads extends IdentityReads, OutboxReads, WorkflowReads, DraftReads {
  caseFile(caseId: string): CaseFile | undefined;
  cases(scope: CaseScope, filter: CaseFilter, page: PageRequest): Page<CaseRow>;
  caseRow(caseId: string): CaseRow | undefined;
  /**
   * Rows of one part of a case, newest first, of these audiences only; tasks, fees, orders and decisions bear none and
   * all come. A cursor is made of the last row's id, never of its number: it must not betray rows that are left out.
   */
  part<P extends Part>(part: P, caseId: string, audiences: readonly Audience[], page: PageRequest): Page<PartRows[P]>;
  /** How many journal entries up to and including `seq` are for these audiences: the number that they see on it. */
  journalNumber(caseId: string, seq: number, audiences: readonly Audience[]): number;
  /** The whole journal of a case in order, for replay; not for viewers. */
  journalInOrder(caseId: string): Iterable<JournalRow>;
  /**
   * The hashes of some hundred journal entries of all cases, in the order in which they were written, after this row; none
   * at the end. Not for viewers.
   */
  entryHashes(after: number): readonly { readonly row: number; readonly hash: string }[];
  caseIds(after: string, limit: number): readonly string[];
  /** The newest endings of a process's cases. */
  endings(workflow: string, limit: number): readonly Ending[];
  document(documentId: string): DocumentRow | undefined;
  /** What one party and who stands beside it have uploaded to a case; the tribunal: null. */
  uploaded(caseId: string, party: string | null): Uploaded;
  notice(noticeId: string): NoticeRow | undefined;
  /** By the sixteen characters of its code, without the registry's name. */
  orderByCode(code: string): VerifiedOrderRow | undefined;
  /** The code of the order on a paper, as it is printed there. */
  orderCodeOn(caseId: string, documentId: string): string | undefined;
  publishedDecision(id: string): PublicDecision | undefined;
  publishedDecisions(search: RegisterSearch, page: PageRequest): Page<PublicDecision>;
  /** What falls due at or before `at`, earliest first: deadlines whose `dueAt` + grace has come, reminders at their time. */
  due(at: string, limit: number): readonly DueRow[];
  /** The same for one case. */
  dueInCase(caseId: string, at: string): readonly DueRow[];
  /** The instant at which the next row (deadline, reminder or outbox) falls due. */
  nextDueAt(): string | undefined;
  /** The same for the outbox alone. */
  nextEffectAt(): string | undefined;
  /** Open cases per user in a tribunal role. */
  caseload(role: string): ReadonlyMap<string, number>;
  setting(name: string): unknown;
  /** Grows whenever something changes of which the tribunal's other registries have a copy. */
  sharedRevision(): number;
  counts(): {
    readonly cases: number;
    readonly openCases: number;
    readonly pendingDeadlines: number;
    readonly outbox: number;
    readonly deadLetters: number;
  };
}

export interface RegistryWrites extends IdentityWrites, OutboxWrites, WorkflowWrites, DraftWrites {
  /** Everything one decision makes true: journal (hash-chained), case, parties, deadlines, outbox, notices, register, search. */
  save(decision: Decision): void;
  /** What the next case is called: `SC-2026-000123`. It stays free until this transaction takes it. */
  nextReference(prefix: string, year: number): string;
  /** A case was opened under `nextReference`. */
  takeReference(prefix: string, year: number): void;
  insertUpload(row: DocumentRow): void;
  /** Takes off an upload that waits to be filed, or puts it back; what is filed stays so. */
  setFiling(documentId: string, filing: 'waiting' | 'takenOff'): void;
  recordBlob(documentId: string, blob: { readonly sha256: string; readonly size: number }): void;
  /** What a scanner found in a file that waited for one: clean, it is open to its audience; infected, it stays shut. */
  endQuarantine(documentId: string, found: 'clean' | 'infected'): void;
  markNoticeRead(noticeId: string, at: string): void;
  putSetting(name: string, value: unknown): void;
  audit(row: { readonly at: string; readonly userId: string; readonly action: string; readonly subject: string }): void;
  idempotent(
    scope: string,
    key: string,
  ): { readonly requestHash: string; readonly status: number; readonly body: string } | undefined;
  /** Deletes a bite of what was kept until this instant only; answers how many rows, 0 when nothing is left. */
  forgetExpired(at: string): number;
  rememberIdempotent(
    scope: string,
    key: string,
    answer: { readonly requestHash: string; readonly status: number; readonly body: string; readonly at: string },
  ): void;
}

export type RegistryTransaction = RegistryReads & RegistryWrites;

/** One registry: one SQLite database. */
export interface Registry {
  readonly id: string;
  /**
   * Runs `work` inside a transaction and answers once it is on disk. Works that arrive together share one transaction,
   * yet what one throws undoes and rejects that one alone; the others then run a second time. `work` is synchronous, and
   * changes nothing but the registry.
   * Rejects with `StorageUnavailable` (nothing was kept) when the disk is full or the database cannot be written.
   */
  commit<T>(work: (tx: RegistryTransaction) => T): Promise<T>;
  /** A consistent read; sees every commit that was answered before. */
  read<T>(work: (reads: RegistryReads) => T): T;
}

export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
}
