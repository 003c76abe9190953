import { may } from '../../domain/access/authority.ts';
import type { DefinitionInput } from '../../domain/definition/schema.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registry, RegistryReads } from '../ports/registry.ts';
import type { WorkflowVersionRow } from '../ports/workflows.ts';

/** A published version: it never changes. */
export interface WorkflowVersionView {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the JSON as published. */
  readonly sha256: string;
  readonly publishedAt: string;
  readonly opensFrom: string;
  readonly definition: DefinitionInput;
}

/** The version that new cases use now; undefined when the workflow is unknown or not open yet. */
export function readWorkflow(
  { registry, clock }: { readonly registry: Registry; readonly clock: Clock },
  id: string,
): WorkflowVersionView | undefined {
  const row = registry.read((reads) => {
    const current = reads.currentWorkflow(id, clock.now());
    return current && reads.workflowVersion(id, current.version);
  });
  return row && versionView(row);
}

/** One version, open or not. */
export function readWorkflowVersion(
  { registry }: { readonly registry: Registry },
  id: string,
  version: number,
): WorkflowVersionView | undefined {
  const row = registry.read((reads) => reads.workflowVersion(id, version));
  return row && versionView(row);
}

function versionView({ id, version, sha256, publishedAt, opensFrom, json }: WorkflowVersionRow): WorkflowVersionView {
  return { id, version, sha256, publishedAt, opensFrom, definition: JSON.parse(json) };
}

/** A version in the list of all, for administrators: who answers for it. */
export interface VersionSummary extends Omit<WorkflowVersionView, 'definition'> {
  readonly publishedBy: string;
  readonly approvedBy: string | null;
}

/** Every version of a workflow, newest first; undefined when there is none, or for who is no administrator. */
export function listVersions(
  { registry }: { readonly registry: Registry },
  viewer: Viewer,
  id: string,
): readonly VersionSummary[] | undefined {
  if (!may(viewer, 'workflow.edit', undefined)) return undefined;
  return registry.read((reads) => {
    const latest = reads.workflows().find((workflow) => workflow.id === id)?.latestVersion;
    if (latest === undefined) return undefined;
    const numbers = Array.from({ length: latest }, (_, index) => latest - index);
    return numbers.flatMap((version) => summary(reads, reads.workflowVersion(id, version)));
  });
}

function summary(reads: RegistryReads, row: WorkflowVersionRow | undefined): VersionSummary[] {
  if (!row) return [];
  const { id, version, sha256, publishedAt, opensFrom } = row;
  const nameOf = (userId: string) => reads.user(userId)?.name ?? userId;
  const approvedBy = row.approvedBy && nameOf(row.approvedBy);
  return [{ id, version, sha256, publishedAt, opensFrom, publishedBy: nameOf(row.publishedBy), approvedBy }];
}
