import type { z } from 'zod';
import { closestName } from '../../expression/closest-name.ts';
import { jsonPointer } from '../json-pointer.ts';
import { definitionSchema } from '../schema.ts';
import { knownKeysAt } from './known-keys-at.ts';
import { DEFINITION_LIMITS } from './limits.ts';
import { error, type Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** Longer keys are not misspellings of ours. */
const LONGEST_KEY = 64;
const NAMES_LISTED = 12;

/** Says in plain sentences what the schema found: each with its place, and the closest known name where one is unknown. */
export function schemaProblems(issues: readonly Issue[]): Problem[] {
  return issues.slice(0, DEFINITION_LIMITS.problems).flatMap((issue) => problemsOf(issue, []));
}

function problemsOf(issue: Issue, above: Path): Problem[] {
  const path: Path = [...above, ...(issue.path as Path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, DEFINITION_LIMITS.problems).map((key) => unknownKey(path, key));
    case 'invalid_union':
      return issue.errors.length > 0
        ? likeliest(issue.errors).flatMap((inner) => problemsOf(inner, path))
        : [notAmong(issue, path)];
    case 'invalid_key':
      return [badName(path)];
    default:
      return [plain(issue, path)];
  }
}

/** Of the forms that something can have, the one it comes nearest to: whose first fault lies deepest, then with fewest faults. */
function likeliest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const fitness = (issues: readonly Issue[]) =>
    Math.max(...issues.map((issue) => depthOf(issue))) * 1_000 - issues.length * 10 - issues.filter(isWrongKind).length;
  return forms.reduce((best, form) => (fitness(form) > fitness(best) ? form : best));
}

function depthOf(issue: Issue): number {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue.path.length;
  return issue.path.length + Math.max(...likeliest(issue.errors).map(depthOf));
}

function isWrongKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function unknownKey(path: Path, key: string): Problem {
  const known = knownKeysAt(definitionSchema, path);
  const close = key.length <= LONGEST_KEY ? closestName(key, known) : undefined;
  const listed = known.slice(0, NAMES_LISTED).join(', ') + (known.length > NAMES_LISTED ? ', …' : '');
  const fix = close ? `Did you mean “${close}”? Otherwise remove it.` : `Remove it. What can stand here: ${listed}.`;
  const message = `${placeOf(path)} has “${key.slice(0, LONGEST_KEY)}”, which the format does not know.`;
  return error('unknown-key', jsonPointer(...path, key), message, fix);
}

function notAmong(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path): Problem {
  const options = ((issue as { options?: readonly unknown[] }).options ?? []).map(String);
  return error(
    'wrong-value',
    jsonPointer(...path),
    `${placeOf(path)} is not one of the values it can have.`,
    oneOf(options),
  );
}

function badName(path: Path): Problem {
  const name = String(path.at(-1)).slice(0, LONGEST_KEY);
  const message = `${placeOf(path.slice(0, -1))} has an entry called “${name}”, which cannot be a name there.`;
  const fix =
    'A name starts with a letter and holds only letters, digits, - and _ (at most 64); a language is “en” or “fr-CA”.';
  return error('bad-name', jsonPointer(...path), message, fix);
}

function plain(issue: Issue, path: Path): Problem {
  const place = placeOf(path);
  const at = jsonPointer(...path);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) {
        return error('missing', at, `${place} is missing.`, `Add it: ${kindInWords(issue.expected)}.`);
      }
      return error(
        'wrong-type',
        at,
        `${place} is not ${kindInWords(issue.expected)}.`,
        `Make it ${kindInWords(issue.expected)}.`,
      );
    case 'invalid_value':
      return error(
        'wrong-value',
        at,
        `${place} is not one of the values it can have.`,
        oneOf(issue.values.map(String)),
      );
    case 'too_big':
      return error(
        'too-big',
        at,
        `${place} is more than it may be.`,
        `At most ${issue.maximum}${unitOf(issue.origin)}.`,
      );
    case 'too_small':
      return error(
        'too-small',
        at,
        `${place} is less than it must be.`,
        `At least ${issue.minimum}${unitOf(issue.origin)}.`,
      );
    case 'invalid_format':
      return error('wrong-format', at, `${place} is not written as it must be.`, formatFix(issue));
    default:
      return error(
        'wrong-value',
        at,
        `${place} is not right: ${withoutFullStop(issue.message)}.`,
        'Change it as the sentence says.',
      );
  }
}

function withoutFullStop(words: string): string {
  return words.replace(/\.$/, '');
}

function formatFix(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  if (issue.format === 'url') return 'Write an address that starts with https://.';
  const said = issue.message.startsWith('Invalid')
    ? `It must look like ${issue.pattern ?? issue.format}`
    : issue.message;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object, { … }',
  record: 'an object of named entries, { … }',
  array: 'a list, [ … ]',
};

function kindInWords(expected: string): string {
  return KINDS[expected] ?? expected;
}

function oneOf(values: readonly string[]): string {
  return `Use one of: ${values.join(', ')}.`;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

/** `events › FILE_RESPONSE › by`, as an administrator reads it. */
function placeOf(path: Path): string {
  if (path.length === 0) return 'The definition';
  return `“${path.map((step) => (typeof step === 'number' ? `no. ${step + 1}` : step.slice(0, LONGEST_KEY))).join(' › ')}”`;
}
