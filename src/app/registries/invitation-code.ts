import type { Ids } from '../ports/ids.ts';
import { HOME, registryOf } from '../registry-of.ts';

const GROUP = /.{1,5}/g;

/** A code as people type it from paper, and as it is looked up. */
export interface InvitationCode {
  /** Letters and digits in groups of five. */
  readonly shown: string;
  readonly key: string;
}

/** 128 random bits, after the name of the registry that makes them; the home registry's stand alone. */
export function newInvitationCode(ids: Pick<Ids, 'newId'>): InvitationCode {
  const id = ids.newId();
  const registry = registryOf(id);
  const bits = id.slice(id.indexOf('-') + 1);
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

const BITS_LENGTH = 26;

/** Which of these registries may have made a code: by its name, as a reader of paper may have typed it. */
export function registriesOfCode(typed: string, registries: readonly string[]): readonly string[] {
  const name = invitationKey(typed).slice(0, -BITS_LENGTH);
  return registries.filter((registry) => name === invitationKey(registry));
}
