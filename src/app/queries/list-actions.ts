import type { CaseFile } from '../../domain/case-file.ts';
import { named } from '../../domain/definition/definition-view.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import { whatIsAnswered } from '../what-is-answered.ts';
import type { ActionView } from './action-view.ts';
import { caseFor } from './case-for.ts';
import { definedActions } from './defined-actions.ts';
import { engineActions } from './engine-actions.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/** What the viewer can do in a case now, in the definition's order, then what the engine itself offers; nothing when there is no such case for them. */
export function listActions(
  ports: Pick<Ports, 'registry' | 'clock' | 'processOf' | 'ids'>,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly ActionView[] | undefined {
  return ports.registry.read((reads) => {
    const theCase = caseFor(reads, viewer, caseId);
    if (!theCase || viewer.kind === 'stranger') return undefined;
    const process = ports.processOf(theCase.workflow);
    const at = ports.clock.now();
    return [
      ...definedActions(process, theCase, viewer, at, language).map((action) => ({
        ...action,
        ...answered(ports, theCase, viewer, action),
      })),
      ...engineActions(process, theCase, viewer, language),
    ];
  });
}

/** What it says yes or no to, for who may read that. */
function answered(
  ports: Pick<Ports, 'ids' | 'clock' | 'processOf'>,
  theCase: CaseFile,
  viewer: User,
  { event }: ActionView,
): Pick<ActionView, 'answering'> {
  const rule = named(ports.processOf(theCase.workflow).definition.events, event);
  const answering = rule && whatIsAnswered(ports, viewer, theCase, rule);
  return answering === undefined ? {} : { answering };
}
