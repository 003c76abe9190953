import type { CaseFile } from '../../domain/case-file.ts';
import type { CaseFileText } from './case-file-text.ts';

export interface CachedCase {
  readonly row: number;
  readonly file: CaseFile;
  /** Absent until it was written from here. */
  readonly text?: CaseFileText;
  /** Hash of the last journal entry. */
  readonly journalHead: string;
  /** Where that entry stands in the journal. */
  readonly journalRow: number;
}

const MAX_CASES = 10_000;

/**
 * The case files used last, parsed. Whoever may have made them untrue clears it: another connection, a failed commit.
 *
 * Two generations: what is used again moves to the younger one; when that is full, it becomes the older one, and what
 * was not used since is forgotten. A case that is in use costs one look.
 */
export class CaseCache {
  #younger = new Map<string, CachedCase>();
  #older = new Map<string, CachedCase>();
  #written: string[] = [];
  readonly #generation: number;

  constructor(capacity = MAX_CASES) {
    this.#generation = Math.ceil(capacity / 2);
  }

  get(caseId: string): CachedCase | undefined {
    const inUse = this.#younger.get(caseId);
    if (inUse) return inUse;
    const known = this.#older.get(caseId);
    if (known) this.#keep(caseId, known);
    return known;
  }

  /** What the database holds. */
  put(caseId: string, found: CachedCase): void {
    this.#keep(caseId, found);
  }

  /** What the transaction under way will make true. */
  write(caseId: string, written: CachedCase): void {
    this.#written.push(caseId);
    this.#keep(caseId, written);
  }

  /** Runs a command; when it throws, what it wrote is forgotten with it. */
  attempt<T>(work: () => T): T {
    this.#written = [];
    try {
      return work();
    } catch (error) {
      for (const caseId of this.#written) {
        this.#younger.delete(caseId);
        this.#older.delete(caseId);
      }
      throw error;
    }
  }

  clear(): void {
    this.#younger.clear();
    this.#older.clear();
  }

  #keep(caseId: string, entry: CachedCase): void {
    if (this.#younger.size >= this.#generation && !this.#younger.has(caseId)) {
      this.#older = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(caseId, entry);
  }
}
