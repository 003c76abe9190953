import { may } from '../../domain/access/authority.ts';
import type { Problem } from '../../domain/definition/check/problem.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { type DraftView, draftView } from './read-draft.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** What became of a draft that was sent. One with problems is kept: it is work in progress. */
export type SavedDraft =
  | { readonly kind: 'saved'; readonly draft: DraftView; readonly problems: readonly Problem[] }
  /** It is no JSON object, too large, or the definition of another workflow; nothing was kept. */
  | {
      readonly kind: 'refused';
      readonly reason: 'NotADefinition' | 'OtherWorkflow';
      readonly problems: readonly Problem[];
    };

/**
 * Keeps the draft of a workflow's next version, instead of the one before. A proposal to publish that one is void:
 * nobody approved these bytes. Undefined for who is no administrator.
 */
export async function saveDraft(
  ports: WorkflowPorts,
  viewer: Viewer,
  id: string,
  text: string,
): Promise<SavedDraft | undefined> {
  if (viewer.kind === 'stranger' || !may(viewer, 'workflow.edit', undefined)) return undefined;
  const { problems } = ports.check(text);
  const named = idIn(text);
  if (named === undefined || isUnstorable(text)) return { kind: 'refused', reason: 'NotADefinition', problems };
  if (named !== id) return { kind: 'refused', reason: 'OtherWorkflow', problems };
  const draft = {
    id,
    json: text,
    sha256: ports.ids.hash(text),
    savedBy: viewer.userId,
    savedAt: ports.clock.now(),
    proposal: null,
  };
  await ports.registry.commit((tx) => tx.putDraft(draft));
  return { kind: 'saved', draft: draftView(draft), problems };
}

/** The store holds no row over this; the checker's own limit is lower, and is a problem rather than a refusal. */
const LARGEST_DRAFT_CHARACTERS = 512 * 1024;

function isUnstorable(text: string): boolean {
  return text.length > LARGEST_DRAFT_CHARACTERS;
}

const WORKFLOW_ID = /^[a-z][a-z0-9-]{1,62}$/;

function idIn(text: string): string | undefined {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return typeof id === 'string' && WORKFLOW_ID.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
