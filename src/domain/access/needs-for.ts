import type { Actor } from '../actor.ts';
import type { CaseFile } from '../case-file.ts';
import type { Need, NeedReader } from '../need.ts';
import type { Party } from '../party.ts';
import type { Viewer } from '../viewer.ts';
import { audiencesOf } from './audiences-of.ts';
import { type RoleInCase, rolesInCase } from './roles-in-case.ts';

/**
 * What of a party's needs a viewer may read: the one answer to that. The party and the registry read all, those who act
 * for it what they told themselves, everyone else what the party has chosen to tell them. The other side never.
 */
export function needsFor(viewer: Viewer, caseFile: CaseFile, party: Party): readonly Need[] {
  const { needs = [] } = party;
  if (needs.length === 0 || viewer.kind === 'stranger') return [];
  if (audiencesOf(viewer, caseFile).includes('confided')) return needs;
  const readers = new Set(rolesInCase(viewer, caseFile).flatMap((role) => readerOf(role, party.id) ?? []));
  if (readers.has('party')) return needs;
  const isTold = (need: Need) => need.readers.some((one) => readers.has(one) && isMeantFor(one, need));
  const isOwn = (need: Need) => readers.has('supporters') && need.toldBy === viewer.userId;
  return needs.filter((need) => isTold(need) || isOwn(need));
}

function readerOf(role: RoleInCase, party: string): NeedReader | 'party' | undefined {
  if (role.standing === 'assigned') return role.role;
  if (role.standing !== 'party' || role.party !== party) return undefined;
  return role.capacity ? 'supporters' : 'party';
}

/** Whatever an entry says: that someone is afraid is not for whoever decides. */
function isMeantFor(reader: NeedReader, { kind }: Need): boolean {
  return reader !== 'member' || kind !== 'safety';
}

/** Whether who acts may say what a party needs: the party, who acts for it, and the registry for someone on the phone. */
export function mayTellNeed(actor: Actor, { id }: Pick<Party, 'id'>): boolean {
  if (actor.kind !== 'person') return false;
  return actor.role === 'registrar' || (actor.party === id && actor.capacity !== 'helper');
}

/** Whether who acts may change a need, or take it back: those of the party who know it, and the registry. */
export function mayChangeNeed(actor: Actor, party: Party, need: Need): boolean {
  if (actor.kind !== 'person' || !mayTellNeed(actor, party)) return false;
  if (actor.role === 'registrar') return true;
  return actor.capacity === undefined || need.readers.includes('supporters') || need.toldBy === actor.userId;
}
