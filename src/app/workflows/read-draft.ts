import { may } from '../../domain/access/authority.ts';
import type { Problem } from '../../domain/definition/check/problem.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { WorkflowDraftRow } from '../ports/workflows.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** A draft as administrators see it. */
export interface DraftView {
  readonly id: string;
  /** The definition as it was sent. */
  readonly json: string;
  readonly sha256: string;
  readonly savedBy: string;
  readonly savedAt: string;
  /** Waits for another administrator's approval. */
  readonly proposal: { readonly by: string; readonly at: string; readonly opensFrom: string } | null;
}

/** The draft of a workflow; undefined when there is none, or for who is no administrator. */
export function readDraft(
  { registry }: Pick<WorkflowPorts, 'registry'>,
  viewer: Viewer,
  id: string,
): DraftView | undefined {
  if (!may(viewer, 'workflow.edit', undefined)) return undefined;
  const draft = registry.read((reads) => reads.workflowDraft(id));
  return draft && draftView(draft);
}

/** What the checker says of the draft now; undefined when there is none, or for who is no administrator. */
export function checkDraft(
  ports: Pick<WorkflowPorts, 'registry' | 'check'>,
  viewer: Viewer,
  id: string,
): readonly Problem[] | undefined {
  const draft = readDraft(ports, viewer, id);
  return draft && ports.check(draft.json).problems;
}

export function draftView({ id, json, sha256, savedBy, savedAt, proposal }: WorkflowDraftRow): DraftView {
  const stands =
    proposal?.sha256 === sha256 ? { by: proposal.by, at: proposal.at, opensFrom: proposal.opensFrom } : null;
  return { id, json, sha256, savedBy, savedAt, proposal: stands };
}
