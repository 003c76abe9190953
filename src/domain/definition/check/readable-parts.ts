import type { z } from 'zod';
import { type Definition, definitionSchema } from '../schema.ts';
import type { NamedPart } from './checked-definition.ts';

type Path = readonly PropertyKey[];
type Tree = Record<PropertyKey, unknown>;

/** What could be read of a definition, once what could not is left out. */
export interface Readable {
  readonly definition: Definition;
  /** Parts from which something was left out: `events`, `chart`, … */
  readonly incomplete: ReadonlySet<string>;
}

/** Entries of these are left out whole: half a form would make every question about it a false alarm. */
const WHOLE_ENTRIES: ReadonlySet<PropertyKey> = new Set<
  NamedPart | 'refusals' | 'scenarios' | 'guidance' | 'invitations' | 'languages'
>([
  'roles',
  'forms',
  'events',
  'deadlines',
  'notices',
  'documents',
  'fees',
  'guards',
  'refusals',
  'partyCharts',
  'stages',
  'scenarios',
  'guidance',
  'invitations',
  'languages',
]);

/** What stands in for a part that is missing or cannot be read at all. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  format: 1,
  id: 'unnamed',
  title: {},
  languages: ['en'],
  calendar: 'unknown',
  stages: [{ id: 'unknown', title: {} }],
  roles: {},
  events: {},
  chart: {},
};

/** After so many rounds of leaving out, what is left is not worth asking about. */
const MAX_ROUNDS = 6;

/**
 * Reads as much of a definition as can be, so that one misspelt key does not hide every other problem. Give plain data of
 * one's own: what cannot be read is taken out of it.
 */
export function readableParts(input: Tree, issues: readonly z.core.$ZodIssue[]): Readable | undefined {
  const incomplete = new Set<string>();
  let found = issues;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const places = found.flatMap(placesOf);
    for (const path of places) incomplete.add(String(path[0]));
    leaveOut(input, places);
    for (const [part, standIn] of Object.entries(STAND_INS)) {
      if (!Object.hasOwn(input, part)) input[part] = structuredClone(standIn);
    }
    const parsed = definitionSchema.safeParse(input);
    if (parsed.success) return { definition: parsed.data, incomplete };
    found = parsed.error.issues;
  }
  return undefined;
}

function placesOf(issue: z.core.$ZodIssue): Path[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
  return [issue.path];
}

/** Takes out what stands at each path. */
function leaveOut(input: Tree, paths: readonly Path[]): void {
  const lists = new Set<unknown[]>();
  for (const path of paths) {
    const whole = WHOLE_ENTRIES.has(path[0] ?? '') ? path.slice(0, 2) : path;
    const holders = holdersOf(input, whole);
    takeOut(holders, whole);
    for (const holder of holders) if (Array.isArray(holder)) lists.add(holder);
  }
  // Only now, so that the numbers in the paths stayed true. `filter` passes over what was deleted.
  for (const list of lists) list.splice(0, list.length, ...list.filter(() => true));
}

/** When nothing stands there (something is missing), what should have held it goes. */
function takeOut(holders: readonly Tree[], path: Path): void {
  const last = holders.length - 1;
  const holder = holders[last];
  const depth = holder && Object.hasOwn(holder, path[last] ?? '') ? last : last - 1;
  if (depth >= 0) delete holders[depth]?.[path[depth] ?? ''];
}

/** The objects on the way to a path, from the outermost, as far as they exist. */
function holdersOf(input: Tree, path: Path): Tree[] {
  const holders: Tree[] = [];
  let at: unknown = input;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) break;
    holders.push(at as Tree);
    at = Object.hasOwn(at, step) ? (at as Tree)[step] : undefined;
  }
  return holders;
}
