import { oncePer } from '../definition/once-per.ts';
import type { Definition } from '../definition/schema.ts';

/** The party roles that can give a form about the whole case. */
export function partyRolesThatGive(definition: Definition, form: string): ReadonlySet<string> {
  return giversIn(definition).get(form) ?? NOBODY;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Form → roles; asked for each address and number that someone reads. */
const giversIn = oncePer(({ events, roles }: Definition): ReadonlyMap<string, ReadonlySet<string>> => {
  const givers = new Map<string, Set<string>>();
  for (const { form, scope, by } of Object.values(events)) {
    if (!form || scope !== 'case') continue;
    const known = givers.get(form) ?? new Set();
    for (const role of by) if (roles[role]?.kind === 'party') known.add(role);
    givers.set(form, known);
  }
  return givers;
});
