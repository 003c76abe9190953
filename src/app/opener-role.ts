import type { Definition } from '../domain/definition/schema.ts';
import type { Viewer } from '../domain/viewer.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/** As whom a user opens a case: as the tribunal, where they open cases for others, or else as the party that comes first. */
export function openerRole(viewer: User, definition: Pick<Definition, 'opens' | 'roles'>): string {
  return roleOfTribunal(viewer, definition) ?? firstPartyRole(definition);
}

/** Whether a user opens cases for others: in those, they are nobody. */
export function opensForOthers(viewer: Viewer, definition: Pick<Definition, 'opens'>): boolean {
  return viewer.kind === 'user' && roleOfTribunal(viewer, definition) !== undefined;
}

function roleOfTribunal({ roles }: User, { opens }: Pick<Definition, 'opens'>): string | undefined {
  const opener = opens?.find((role) => roles.some((own) => own === role));
  return opener ?? (roles.includes('registrar') ? 'registrar' : undefined);
}

function firstPartyRole({ roles }: Pick<Definition, 'roles'>): string {
  return Object.entries(roles).find(([, rule]) => rule.kind === 'party')?.[0] ?? '';
}
