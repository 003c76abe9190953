import type { CaseFile } from '../case-file.ts';
import { whyNot } from '../decide/available.ts';
import { ENGINE_REVISION } from '../engine-revision.ts';
import type { Offer } from '../offer.ts';
import type { Process } from '../process/process.ts';
import type { Viewer } from '../viewer.ts';
import { audiencesOf, isOutsideTheBench } from './audiences-of.ts';
import { rolesInCase } from './roles-in-case.ts';

/**
 * The offer that all have accepted, as far as a viewer may read it: those in the room, and whoever of the tribunal can now
 * do what the definition says is done with the terms before them (`showsAgreement`). That one offer is all of the room
 * that these see, and only until it is done. Who decides the case, has had it to decide or may come to reads nothing.
 */
export function agreementFor(process: Process, theCase: CaseFile, viewer: Viewer, at: string): Offer | undefined {
  const last = theCase.offers.at(-1);
  if (last?.status !== 'accepted') return undefined;
  return audiencesOf(viewer, theCase).includes('room') || isAskedToAct(process, theCase, viewer, at) ? last : undefined;
}

function isAskedToAct(process: Process, theCase: CaseFile, viewer: Viewer, at: string): boolean {
  if (viewer.kind === 'stranger' || !isOutsideTheBench(viewer, theCase) || hasHadToDecide(viewer, theCase))
    return false;
  const subjects = [undefined, ...theCase.parties.map(({ id }) => id)];
  const attempts = rolesInCase(viewer, theCase)
    .filter(({ standing }) => standing === 'assigned' || standing === 'registrar')
    .flatMap(({ role }) =>
      subjects.map((party) => ({ actor: { kind: 'person', userId: viewer.userId, role }, party }) as const),
    );
  const now = { at, engine: ENGINE_REVISION };
  return Object.entries(process.definition.events).some(
    ([type, rule]) =>
      rule.showsAgreement && attempts.some((attempt) => !whyNot(process, theCase, { ...attempt, type, rule, ...now })),
  );
}

function hasHadToDecide({ userId }: Extract<Viewer, { kind: 'user' }>, { everAssigned }: CaseFile): boolean {
  return everAssigned.member?.includes(userId) ?? false;
}
