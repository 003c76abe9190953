import type { CaseFile } from '../domain/case-file.ts';
import type { CaseFileText } from './case-file-text.ts';

export interface CachedCase {
  readonly row: number;
  readonly file: CaseFile;
  /** Absent until it was written from here. */
  readonly text?: CaseFileText;
  /** Hash of the last journal entry. */
  readonly journalHead: string;
}

const MAX_CASES = 10_000;

/** The case files used last, parsed. Whoever may have made them untrue clears it: another connection, a failed commit. */
export class CaseCache {
  #cases = new Map<string, CachedCase>();
  #written: string[] = [];
  readonly #capacity: number;

  constructor(capacity = MAX_CASES) {
    this.#capacity = capacity;
  }

  get(caseId: string): CachedCase | undefined {
    const found = this.#cases.get(caseId);
    if (found) this.#keep(caseId, found);
    return found;
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
      for (const caseId of this.#written) this.#cases.delete(caseId);
      throw error;
    }
  }

  clear(): void {
    this.#cases.clear();
  }

  /** A Map keeps the order of insertion: the first is the one used longest ago. */
  #keep(caseId: string, entry: CachedCase): void {
    this.#cases.delete(caseId);
    this.#cases.set(caseId, entry);
    if (this.#cases.size <= this.#capacity) return;
    const oldest = this.#cases.keys().next();
    if (!oldest.done) this.#cases.delete(oldest.value);
  }
}
