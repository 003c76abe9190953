import { type RoleInCase, rolesInCase } from '../domain/access/roles-in-case.ts';
import type { Actor } from '../domain/actor.ts';
import type { CaseFile } from '../domain/case-file.ts';
import { mayDo } from '../domain/decide/available.ts';
import type { Definition } from '../domain/definition/schema.ts';
import type { Viewer } from '../domain/viewer.ts';
import { decideAndSave } from './decide-and-save.ts';
import type { Ports } from './ports/ports.ts';
import type { RegistryTransaction } from './ports/registry.ts';

type User = Extract<Viewer, { kind: 'user' }>;
type Person = Extract<Actor, { kind: 'person' }>;

/** Every way in which a viewer can act in a case; those who only look on are not among them. */
export function actorsFor(viewer: User, theCase: CaseFile): Person[] {
  return rolesInCase(viewer, theCase)
    .filter((role) => role.standing !== 'staff')
    .map((role) => actorOf(viewer, role));
}

function actorOf(viewer: User, role: RoleInCase): Person {
  const person = { kind: 'person', userId: viewer.userId, role: role.role } as const;
  if (role.standing !== 'party') return { ...person, name: viewer.name };
  return { ...person, party: role.party, ...(role.capacity ? { capacity: role.capacity } : {}) };
}

/** As whom someone does this: as the party the request names, if they can; as who may do it at all, otherwise. */
export function actorFor(
  viewer: User,
  theCase: CaseFile,
  definition: Definition,
  request: { readonly type: string; readonly party?: string | undefined },
): Person | undefined {
  const rule = Object.hasOwn(definition.events, request.type) ? definition.events[request.type] : undefined;
  const actors = rule
    ? actorsFor(viewer, theCase).filter((actor) => mayDo(theCase, rule, actor))
    : everyStanding(viewer, theCase);
  return actors.find((actor) => actor.party === request.party) ?? actors[0];
}

/** For what the engine itself offers, or nobody does: the decision says who may. Staff who look on can declare a conflict. */
function everyStanding(viewer: User, theCase: CaseFile): Person[] {
  const roles = rolesInCase(viewer, theCase).map((role) => actorOf(viewer, role));
  return roles.toSorted((one, other) => Number(other.role === 'registrar') - Number(one.role === 'registrar'));
}

/** Before the first act of someone who is known by their address alone, they are bound to the party or supporter they are. */
export function bindActor(ports: Ports, tx: RegistryTransaction, viewer: User, theCase: CaseFile, actor: Person): void {
  const role = rolesInCase(viewer, theCase).find(
    (one) => one.standing === 'party' && one.party === actor.party && one.capacity === actor.capacity,
  );
  if (role?.standing !== 'party' || role.joined) return;
  const { party, supporter } = role;
  decideAndSave(ports, tx, theCase.id, {
    kind: 'join',
    actor: { kind: 'engine' },
    party,
    ...(supporter ? { supporter } : {}),
    userId: viewer.userId,
  });
}
