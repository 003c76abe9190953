import type { Ids } from '../ports/ids.ts';
import { HOME, registryOf } from '../registry-of.ts';

const GROUP = /.{1,4}/g;
/** 80 random bits: nobody tries so many, and people can still type it from paper. */
const RANDOM_LENGTH = 16;

/** A code as people type it from paper, and as it is looked up. */
export interface InvitationCode {
  /** Letters and digits in groups of four. */
  readonly shown: string;
  readonly key: string;
}

/** Random characters after the name of the registry that makes them; the home registry's stand alone. */
export function newInvitationCode(ids: Pick<Ids, 'newId'>): InvitationCode {
  const id = ids.newId();
  const registry = registryOf(id);
  // The first character of an id holds three bits only; the last sixteen hold five each.
  const bits = id.slice(-RANDOM_LENGTH);
  const code = registry === HOME ? bits : registry + bits;
  return { shown: code.match(GROUP)?.join('-') ?? code, key: invitationKey(code) };
}

/** What someone typed from paper, as it was made: Crockford's alphabet has no o, i or l. */
export function invitationKey(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
}

/** Which of these registries may have made a code: by its name, as a reader of paper may have typed it. */
export function registriesOfCode(typed: string, registries: readonly string[]): readonly string[] {
  const name = invitationKey(typed).slice(0, -RANDOM_LENGTH);
  return registries.filter((registry) => name === invitationKey(registry));
}
