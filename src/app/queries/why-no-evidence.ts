import { mayDo, whyNot } from '../../domain/decide/available.ts';
import { ENGINE_REVISION } from '../../domain/engine-revision.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { actorsFor } from '../acting.ts';
import type { Ports } from '../ports/ports.ts';
import { caseFor } from './case-for.ts';

/** Why a party can add no evidence now; nothing for who can, and for those whose evidence it would never be. */
export function whyNoEvidence(
  ports: Pick<Ports, 'registry' | 'clock' | 'processOf'>,
  viewer: Viewer,
  caseId: string,
): Refusal | undefined {
  return ports.registry.read((reads) => {
    const theCase = caseFor(reads, viewer, caseId);
    if (!theCase || viewer.kind === 'stranger') return undefined;
    const process = ports.processOf(theCase.workflow);
    const now = { at: ports.clock.now(), engine: ENGINE_REVISION };
    const actors = actorsFor(viewer, theCase).filter(({ party }) => party !== undefined);
    const refusals = Object.entries(process.definition.events).flatMap(([type, rule]) =>
      rule.exhibit?.do === 'add'
        ? actors
            .filter((actor) => mayDo(theCase, rule, actor))
            .map((actor) => whyNot(process, theCase, { type, rule, actor, party: actor.party, ...now }))
        : [],
    );
    if (theCase.status === 'closed' && refusals.length > 0) return refuse('CaseClosed');
    return refusals.every((refusal) => refusal !== undefined) ? refusals[0] : undefined;
  });
}
