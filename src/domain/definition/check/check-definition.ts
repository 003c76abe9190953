import { viewDefinition } from '../definition-view.ts';
import { type Definition, definitionSchema } from '../schema.ts';
import { SHIPPED_CALENDARS } from '../templates.ts';
import type { CheckedDefinition, NamedPart } from './checked-definition.ts';
import { copyAsData } from './copy-as-data.ts';
import { DEFINITION_LIMITS } from './limits.ts';
import { error, type Problem, written } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';
import { readableParts } from './readable-parts.ts';
import { RULES } from './rules.ts';
import { schemaProblems } from './schema-problems.ts';

/** What checking came to. `ok`: nothing but warnings; only then is there a definition to run. */
export interface Checked {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly definition?: Definition;
}

export interface CheckSettings {
  /** Ids of the calendars that the tribunal has. Default: those that ship with the engine. */
  readonly calendars?: Iterable<string>;
}

type Tree = Record<string, unknown>;

/**
 * Checks a workflow definition and says everything that is wrong with it at once: its shape, every name, and what would
 * happen to the people in a case. Never throws, whatever it is given, and takes less than a second.
 *
 * @param input parsed JSON of a definition; `readDefinition` reads it from a text
 * @example
 * const { ok, problems } = checkDefinition(JSON.parse(text));
 * for (const { severity, path, message, fix } of problems) print(`${severity} ${path}: ${message} ${fix}`);
 */
export function checkDefinition(input: unknown, settings: CheckSettings = {}): Checked {
  const copied = copyAsData(input);
  if ('problems' in copied) return { ok: false, problems: copied.problems.slice(0, DEFINITION_LIMITS.problems) };
  const { data } = copied;
  if (!isTree(data)) return { ok: false, problems: [notADefinition()] };
  const calendars = new Set(settings.calendars ?? SHIPPED_CALENDARS);
  const names = namesWritten(data);
  const parsed = definitionSchema.safeParse(data);
  if (!parsed.success) return checkWhatCanBeRead(data, parsed.error.issues, names, calendars);
  const problems = runRules({ ...viewDefinition(parsed.data), names, calendars }, new Set());
  const ok = !problems.some(({ severity }) => severity === 'error');
  return ok ? { ok, problems, definition: parsed.data } : { ok, problems };
}

type Issues = Parameters<typeof schemaProblems>[0];

/** What cannot be read is reported, and the rest is checked as far as that makes sense. */
function checkWhatCanBeRead(
  data: Tree,
  issues: Issues,
  names: CheckedDefinition['names'],
  calendars: ReadonlySet<string>,
): Checked {
  const shape = schemaProblems(issues);
  const readable = readableParts(data, issues);
  if (!readable) return { ok: false, problems: listed(shape) };
  const found = runRules({ ...viewDefinition(readable.definition), names, calendars }, readable.incomplete);
  const meaning = found.filter(
    ({ path }) => !shape.some((one) => one.path === path || path.startsWith(`${one.path}/`)),
  );
  return { ok: false, problems: listed([...shape, ...meaning]) };
}

const TOO_LARGE: ReadonlySet<string> = new Set<ProblemCode>([
  'too-many-states',
  'too-many-transitions',
  'states-too-deep',
  'too-many-parts',
  'too-many-consequences',
]);

function runRules(view: CheckedDefinition, incomplete: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  for (const { check, needs } of RULES) {
    if (needs.some((part) => incomplete.has(part))) continue;
    for (const problem of check(view)) problems.push(problem);
    // Too large to be looked at as a whole.
    if (problems.some(({ code }) => TOO_LARGE.has(code))) break;
  }
  return listed(problems);
}

/** Errors first, each problem once, and no more than anyone reads. */
function listed(problems: readonly Problem[]): Problem[] {
  const known = new Map(problems.map((problem) => [`${problem.code} ${problem.path} ${problem.message}`, problem]));
  const all = [...known.values()];
  const sorted = [
    ...all.filter(({ severity }) => severity === 'error'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
  if (sorted.length <= DEFINITION_LIMITS.problems) return sorted.map(written);
  const message = `There are ${sorted.length} problems; the first ${DEFINITION_LIMITS.problems} are listed.`;
  return [
    ...sorted.slice(0, DEFINITION_LIMITS.problems).map(written),
    error('too-many-problems', '', message, 'Correct these, and check again.'),
  ];
}

function notADefinition(): Problem {
  return error('wrong-type', '', 'A definition is an object, { … }.', 'Hand in the JSON of a workflow definition.');
}

/** Every name in every part, also of entries that cannot be read: who refers to them is not wrong. */
function namesWritten(data: Tree): CheckedDefinition['names'] {
  const keysOf = (part: NamedPart) => new Set(isTree(data[part]) ? Object.keys(data[part]) : []);
  const stages = Array.isArray(data.stages)
    ? data.stages.map((stage: unknown) => (isTree(stage) ? String(stage.id) : ''))
    : [];
  return {
    roles: keysOf('roles'),
    forms: keysOf('forms'),
    events: keysOf('events'),
    deadlines: keysOf('deadlines'),
    notices: keysOf('notices'),
    documents: keysOf('documents'),
    fees: keysOf('fees'),
    guards: keysOf('guards'),
    partyCharts: keysOf('partyCharts'),
    stages: new Set(stages),
  };
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
