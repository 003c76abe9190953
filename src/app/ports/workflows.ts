import type { Definition } from '../../domain/definition/schema.ts';

export interface WorkflowRow {
  readonly id: string;
  /** Text for each language. */
  readonly title: Readonly<Record<string, string>>;
  readonly latestVersion: number;
}
export interface WorkflowVersionRow {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the JSON as published. */
  readonly sha256: string;
  readonly json: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly approvedBy: string | null;
  /** New cases use it from this instant. */
  readonly opensFrom: string;
}
export interface WorkflowDraftRow {
  readonly id: string;
  readonly json: string;
  readonly sha256: string;
  readonly savedBy: string;
  readonly savedAt: string;
  /** That it be published: somebody else has to approve the same bytes. Saving the draft again voids it. */
  readonly proposal: {
    readonly by: string;
    readonly at: string;
    readonly sha256: string;
    readonly opensFrom: string;
  } | null;
}

export interface WorkflowReads {
  workflows(): readonly WorkflowRow[];
  workflowVersion(id: string, version: number): WorkflowVersionRow | undefined;
  /** The newest version that is open to new cases at this instant. Its text, which is long, is `workflowVersion`'s to give. */
  currentWorkflow(id: string, at: string): Pick<WorkflowVersionRow, 'id' | 'version'> | undefined;
  workflowDraft(id: string): WorkflowDraftRow | undefined;
}
export interface WorkflowWrites {
  putDraft(draft: WorkflowDraftRow): void;
  deleteDraft(id: string): void;
  insertVersion(row: WorkflowVersionRow): void;
}

/** Parses and compiles a stored version once, and keeps it. */
export type DefinitionOf = (workflow: { readonly id: string; readonly version: number }) => Definition;
