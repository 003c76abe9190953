import { may } from '../../domain/access/authority.ts';
import type { Problem } from '../../domain/definition/check/problem.ts';
import { utcInstant } from '../../domain/utc-instant.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { WorkflowDraftRow } from '../ports/workflows.ts';
import type { FailedScenario, WorkflowPorts } from './workflow-ports.ts';

type User = Extract<Viewer, { kind: 'user' }>;

export interface Publication {
  /** Instant (UTC) from which new cases use the version. Default: as soon as it is published. */
  readonly opensFrom?: string | undefined;
  /** Hash of the draft that the administrator has read; another one is then refused. */
  readonly sha256?: string | undefined;
}

export type PublicationAnswer =
  /** The first administrator's word; another one's is missing. */
  | {
      readonly kind: 'proposed';
      readonly id: string;
      readonly sha256: string;
      readonly opensFrom: string;
      readonly missing: readonly ['approval'];
    }
  | {
      readonly kind: 'published';
      readonly id: string;
      readonly version: number;
      readonly sha256: string;
      readonly opensFrom: string;
    }
  | { readonly kind: 'refused'; readonly reason: 'HasErrors'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly reason: 'ScenariosFail'; readonly failed: readonly FailedScenario[] }
  /** Nobody approves what they proposed. */
  | { readonly kind: 'refused'; readonly reason: 'SamePerson' }
  /** The draft is not, or no longer, the one that was read. */
  | { readonly kind: 'refused'; readonly reason: 'DraftChanged'; readonly sha256: string }
  /** It was proposed for another date: save the draft again to propose anew. */
  | { readonly kind: 'refused'; readonly reason: 'OtherDate'; readonly opensFrom: string };

/**
 * An administrator's word that a workflow's draft be published. The first one proposes; the word of another publishes
 * the very same bytes as the next version, which never changes again. Both times the draft must be free of errors and
 * its scenarios must pass. Undefined when there is no draft, or for who is no administrator.
 */
export async function publishDraft(
  ports: WorkflowPorts,
  viewer: Viewer,
  id: string,
  wanted: Publication,
): Promise<PublicationAnswer | undefined> {
  if (viewer.kind === 'stranger' || !may(viewer, 'workflow.publish', undefined)) return undefined;
  const draft = ports.registry.read((reads) => reads.workflowDraft(id));
  if (!draft) return undefined;
  return whyNot(ports, draft) ?? ports.registry.commit((tx) => proposeOrApprove(ports, tx, viewer, draft, wanted));
}

function whyNot({ check, runScenarios }: WorkflowPorts, draft: WorkflowDraftRow): PublicationAnswer | undefined {
  const { definition, problems } = check(draft.json);
  if (!definition) return { kind: 'refused', reason: 'HasErrors', problems };
  const failed = runScenarios(definition)
    .filter(({ ok }) => !ok)
    .map(({ name, problems }) => ({ name, problems }));
  return failed.length > 0 ? { kind: 'refused', reason: 'ScenariosFail', failed } : undefined;
}

/** What was checked outside the transaction is what is published inside it: the same hash, read again. */
function proposeOrApprove(
  ports: WorkflowPorts,
  tx: RegistryTransaction,
  by: User,
  read: WorkflowDraftRow,
  wanted: Publication,
): PublicationAnswer {
  const draft = tx.workflowDraft(read.id);
  if (!draft || draft.sha256 !== read.sha256)
    return { kind: 'refused', reason: 'DraftChanged', sha256: draft?.sha256 ?? '' };
  if (wanted.sha256 !== undefined && wanted.sha256 !== draft.sha256)
    return { kind: 'refused', reason: 'DraftChanged', sha256: draft.sha256 };
  const proposal = draft.proposal?.sha256 === draft.sha256 ? draft.proposal : null;
  if (!proposal) return propose(ports, tx, by, draft, wanted);
  if (!may(by, 'workflow.approve', { proposedBy: proposal.by })) return { kind: 'refused', reason: 'SamePerson' };
  if (wanted.opensFrom !== undefined && utcInstant(wanted.opensFrom) !== proposal.opensFrom) {
    return { kind: 'refused', reason: 'OtherDate', opensFrom: proposal.opensFrom };
  }
  return publish(ports, tx, by, draft, proposal);
}

function propose(
  { clock }: WorkflowPorts,
  tx: RegistryTransaction,
  by: User,
  draft: WorkflowDraftRow,
  { opensFrom }: Publication,
): PublicationAnswer {
  const at = clock.now();
  const proposal = {
    by: by.userId,
    at,
    sha256: draft.sha256,
    opensFrom: laterOf(opensFrom ? utcInstant(opensFrom) : at, at),
  };
  tx.putDraft({ ...draft, proposal });
  tx.audit({ at, userId: by.userId, action: 'workflow.propose', subject: `workflow/${draft.id}/${draft.sha256}` });
  return { kind: 'proposed', id: draft.id, sha256: draft.sha256, opensFrom: proposal.opensFrom, missing: ['approval'] };
}

function publish(
  { clock }: WorkflowPorts,
  tx: RegistryTransaction,
  by: User,
  { id, json, sha256 }: WorkflowDraftRow,
  proposal: NonNullable<WorkflowDraftRow['proposal']>,
): PublicationAnswer {
  const at = clock.now();
  const version = (tx.workflows().find((workflow) => workflow.id === id)?.latestVersion ?? 0) + 1;
  const opensFrom = laterOf(proposal.opensFrom, at);
  tx.insertVersion({
    id,
    version,
    sha256,
    json,
    publishedAt: at,
    publishedBy: proposal.by,
    approvedBy: by.userId,
    opensFrom,
  });
  tx.deleteDraft(id);
  tx.audit({
    at,
    userId: by.userId,
    action: 'workflow.approve',
    subject: `workflow/${id}/versions/${version}/${sha256}`,
  });
  return { kind: 'published', id, version, sha256, opensFrom };
}

/** No version opens in the past: cases that were opened in between are on the one before. */
function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}
