import type { Actor } from '../actor.ts';
import type { CaseFile } from '../case-file.ts';
import type { NewParty } from '../command.ts';
import type { Decision } from '../decision.ts';
import type { Definition } from '../definition/schema.ts';

/** `{ respondent: 2 }` → two respondents, named after their place. */
export function simulatedParties(definition: Definition, parties: Readonly<Record<string, number>>): NewParty[] {
  return Object.entries(parties).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, index) => ({
      role,
      name: `${role}-${index + 1}`,
      email: `${role}-${index + 1}@example.org`,
      language: definition.languages[0],
      userId: `${role}-${index + 1}`,
    })),
  );
}

/** `applicant` is the first of them; `respondent-2` the second; `representative:respondent-1` acts for that party. */
export function simulatedActor(
  play: { readonly theCase: CaseFile | undefined; readonly process: { readonly definition: Definition } },
  as: string,
): Actor {
  const [capacity, of] = as.includes(':') ? (as.split(':') as [string, string]) : [undefined, as];
  const party = play.theCase?.parties.find(({ id, role }) => id === of || role === of);
  if (!party) return { kind: 'person', userId: play.theCase?.assigned[of] ?? `${of}-1`, role: of };
  const themself = { kind: 'person', userId: as, role: party.role, party: party.id } as const;
  return capacity === 'representative' || capacity === 'helper' ? { ...themself, capacity } : themself;
}

/** New parties get readable ids: `respondent-1`. Everything in the decision that names one is renamed with it. */
export function withSimulatedIds(decision: Decision, before: CaseFile | undefined): Decision {
  // Parties come and never go.
  if (decision.next.parties.length === before?.parties.length) return decision;
  const known = new Set(before?.parties.map(({ id }) => id));
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { id, role } of decision.next.parties) {
    const number = (counts.get(role) ?? 0) + 1;
    counts.set(role, number);
    if (!known.has(id)) names.set(id, `${role}-${number}`);
  }
  return renamed(decision, names) as Decision;
}

/** An id, or the audience of one: `party:…`, `caucus:…`, `own:…`. */
function renamedText(text: string, names: ReadonlyMap<string, string>): string {
  if (text.length > LONGEST_ID) return text;
  const name = names.get(text);
  if (name !== undefined || !text.includes(':')) return name ?? text;
  const [, kind, id = ''] = /^(party|caucus|own):(.*)$/.exec(text) ?? [];
  return names.has(id) ? `${kind}:${names.get(id)}` : text;
}

/** With its audience, an id of a simulation has two dozen characters at most; letters need not be searched for one. */
const LONGEST_ID = 40;

/** What names none of them stays the object it was. Nothing is kept under the id of a party who has just come. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return renamedText(value, names);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, names));
  const before = value as Readonly<Record<string, unknown>>;
  let after: Record<string, unknown> = before;
  for (const name in before) {
    const one = renamed(before[name], names);
    if (one === before[name]) continue;
    if (after === before) after = { ...before };
    after[name] = one;
  }
  return after;
}
