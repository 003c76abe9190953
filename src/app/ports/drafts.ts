/** What was typed into a form's controls, as it was typed: control → its texts. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** Whose draft it is, and of what: one for each thing that someone can do in a case. */
export interface DraftKey {
  readonly userId: string;
  readonly caseId: string;
  readonly event: string;
  /** The party that it is about; empty for the case. */
  readonly party: string;
}

export interface DraftRow extends DraftKey {
  readonly typed: Typed;
  /** Instant (UTC). */
  readonly savedAt: string;
}

export interface DraftReads {
  draft(key: DraftKey): DraftRow | undefined;
  /** What someone has begun in a case. */
  draftsIn(userId: string, caseId: string): readonly Pick<DraftRow, 'event' | 'party'>[];
}

export interface DraftWrites {
  putFormDraft(row: DraftRow): void;
  dropFormDraft(key: DraftKey): void;
  /** All that someone had begun in a case. */
  dropDraftsOf(userId: string, caseId: string): void;
}
