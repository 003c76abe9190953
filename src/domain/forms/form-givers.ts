import type { Definition } from '../definition/schema.ts';

/** The party roles that can give a form about the whole case. */
export function partyRolesThatGive(definition: Definition, form: string): ReadonlySet<string> {
  const rules = Object.values(definition.events).filter((rule) => rule.form === form && rule.scope === 'case');
  const roles = rules.flatMap((rule) => rule.by).filter((role) => definition.roles[role]?.kind === 'party');
  return new Set(roles);
}
