import type { CaseFile } from '../../domain/case-file.ts';
import {
  type Attempt as AnyAttempt,
  mayDo,
  partyOfCaseEvent,
  subjectRoles,
  whyNot,
} from '../../domain/decide/available.ts';
import type { EventRule } from '../../domain/definition/event-schema.ts';
import { ENGINE_REVISION } from '../../domain/engine-revision.ts';
import type { Process } from '../../domain/process/process.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { actorsFor } from '../acting.ts';

type User = Extract<Viewer, { kind: 'user' }>;
type Person = ReturnType<typeof actorsFor>[number];

/** An event that someone's role lets them try: as whom, and about whom. */
export interface Attempt extends AnyAttempt {
  readonly actor: Person;
}

export interface Tried extends Attempt {
  /** Why it cannot be done now; nothing when it can. */
  readonly refusal: Refusal | undefined;
}

/** Everything in the definition that the viewer's roles let them try in an open case, in its order; nothing in a closed one. */
export function triedEvents(process: Process, theCase: CaseFile, viewer: User, at: string): Tried[] {
  if (theCase.status === 'closed') return [];
  const actors = actorsFor(viewer, theCase);
  return Object.entries(process.definition.events).flatMap(([type, rule]) =>
    attemptsOf(process, theCase, rule, actors).map(({ actor, party }) => {
      const attempt = { type, rule, actor, party, at, engine: ENGINE_REVISION };
      return { ...attempt, refusal: whyNot(process, theCase, attempt) };
    }),
  );
}

/** A party acts for itself; others act about each party it could be. */
function attemptsOf(process: Process, theCase: CaseFile, rule: EventRule, actors: readonly Person[]) {
  const attempts = actors
    .filter((actor) => mayDo(theCase, rule, actor))
    .flatMap((actor) => subjectsOf(process, theCase, rule, actor).map((party) => ({ actor, party })));
  const isFirst = ({ party }: { party: string | undefined }, index: number) =>
    attempts.findIndex((one) => one.party === party) === index;
  return rule.scope === 'party' ? attempts.filter(isFirst) : attempts.slice(0, 1);
}

function subjectsOf(process: Process, theCase: CaseFile, rule: EventRule, actor: Person): (string | undefined)[] {
  if (rule.scope === 'case') return [partyOfCaseEvent(theCase, rule, actor.party)];
  const roles = subjectRoles(process, rule);
  if (actor.party && roles.includes(actor.role)) return [actor.party];
  return theCase.parties.filter((party) => roles.includes(party.role)).map((party) => party.id);
}
