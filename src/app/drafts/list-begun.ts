import { draftEvent } from '../../domain/definition/draft-event.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import { listActions } from '../queries/list-actions.ts';

/** A form that somebody has begun and can still send. */
export interface Begun {
  readonly event: string;
  readonly title: string;
  /** The party that it is about. */
  readonly party?: string;
}

/** The viewer's own unsent forms in a case: those that they can send now. */
export function listBegun(
  ports: Pick<Ports, 'registry' | 'clock' | 'processOf' | 'ids'>,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly Begun[] {
  if (viewer.kind === 'stranger') return [];
  const { drafts, caseFile } = ports.registry.read((reads) => {
    const kept = reads.draftsIn(viewer.userId, caseId);
    return { drafts: kept, caseFile: kept.length > 0 ? reads.caseFile(caseId) : undefined };
  });
  if (!caseFile) return [];
  const { definition } = ports.processOf(caseFile.workflow);
  const actions = listActions(ports, viewer, caseId, language) ?? [];
  return drafts.flatMap((draft) => {
    const action = actions.find(
      ({ event, party = '' }) => draftEvent(definition, event) === draft.event && party === draft.party,
    );
    return action
      ? [{ event: action.event, title: action.title, ...(action.party ? { party: action.party } : {}) }]
      : [];
  });
}
