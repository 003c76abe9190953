import { closestName } from '../../../expression/closest-name.ts';
import { fillPlaceholders, placeholdersIn } from '../../../texts/placeholders.ts';
import { definitionTexts } from '../../definition-texts.ts';
import { named } from '../../definition-view.ts';
import type { Field } from '../../form-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { fieldAt, type Issue, issuesOf } from '../issues.ts';
import { error, type Problem } from '../problem.ts';
import { unknownName } from '../unknown-name.ts';

/** What can be filled in beside names of the definition. */
const PLAIN = [
  'case.reference',
  'case.title',
  'recipient.name',
  'party.name',
  'actor.name',
  'tribunal.name',
  'tribunal.address',
  'tribunal.contact',
  'tribunal.website',
  'link',
  'exhibits',
  'newDate',
] as const;
const KINDS = 'deadline.<name>, data.<form>.<field>, party.<form>.<field>, event.<field>, parties.<role>';

/** Placeholders stand only where they are filled, and name only what may be filled in. */
export const checkPlaceholders: Rule = (view) => [
  ...issuesOf(view).flatMap((issue) =>
    issue.texts.flatMap(({ pointer, text }) => checkText(view, issue, pointer, text)),
  ),
  ...definitionTexts(view)
    .filter(({ isFilled }) => !isFilled)
    .flatMap(({ text, pointer }) =>
      Object.entries(text).flatMap(([language, words]) => checkPlain(pointer + jsonPointer(language), words)),
    ),
  ...Object.entries(view.definition.deadlines).flatMap(([name, { why }]) =>
    Object.entries(why).flatMap(([language, words]) =>
      checkWhy(name, jsonPointer('deadlines', name, 'why', language), words),
    ),
  ),
];

function checkPlain(pointer: string, words: string): Problem[] {
  if (!words.includes('{{')) return [];
  const message = `The text at “${pointer.slice(1).replaceAll('/', ' › ')}” has a placeholder, but nothing fills it there: people would read the braces.`;
  return [
    error(
      'placeholder-not-filled',
      pointer,
      message,
      'Remove it. Placeholders stand in notices and in sections of documents.',
    ),
  ];
}

/** The explanation of a deadline knows its count, and nothing else. */
function checkWhy(name: string, pointer: string, words: string): Problem[] {
  const others = [...words.matchAll(/\{([^{}]*)\}/g)]
    .map((match) => match[1] ?? '')
    .filter((inside) => inside !== 'count');
  return others.map((inside) => {
    const message = `The explanation of the deadline “${name}” has “{${inside}}”, which nothing fills.`;
    return error('unknown-placeholder', pointer, message, 'Only {count} can stand there: the number of days or hours.');
  });
}

function checkText(view: CheckedDefinition, issue: Issue, pointer: string, text: string): Problem[] {
  const rest = fillPlaceholders(text, () => '');
  const names = [...new Set(placeholdersIn(text))];
  const malformed =
    rest.includes('{{') || rest.includes('}}')
      ? [
          error(
            'bad-placeholder',
            pointer,
            `${issue.where} has braces that make no placeholder.`,
            'Write {{name}}, without spaces in the name, and close each.',
          ),
        ]
      : [];
  return [...malformed, ...names.flatMap((name) => checkName(view, issue, pointer, name))];
}

function checkName(view: CheckedDefinition, issue: Issue, path: string, name: string): Problem[] {
  const [kind = '', first = '', second, ...more] = name.split('.');
  if ((PLAIN as readonly string[]).includes(name)) return [];
  if (more.length > 0) return [unknown(issue, path, name)];
  switch (kind) {
    case 'deadline':
      return second !== undefined || view.names.deadlines.has(first)
        ? []
        : [missing(issue, path, 'unknown-deadline', 'deadline', first, view.names.deadlines)];
    case 'parties':
      return second !== undefined || view.names.roles.has(first)
        ? []
        : [missing(issue, path, 'unknown-role', 'role', first, view.partyRoles)];
    case 'data':
    case 'party':
      return second === undefined ? [unknown(issue, path, name)] : checkField(view, issue, path, first, second);
    case 'event':
      return second === undefined && first !== ''
        ? checkEventField(view, issue, path, first)
        : [unknown(issue, path, name)];
    default:
      return [unknown(issue, path, name)];
  }
}

function unknown({ where }: Issue, path: string, name: string): Problem {
  const close = closestName(name, PLAIN);
  const fix = `${close ? `Did you mean {{${close}}}? ` : ''}It can be: ${PLAIN.join(', ')}, ${KINDS}.`;
  return error('unknown-placeholder', path, `${where} has the placeholder {{${name}}}, which nothing fills.`, fix);
}

function missing(
  { where }: Issue,
  path: string,
  code: 'unknown-deadline' | 'unknown-role' | 'unknown-form' | 'unknown-field',
  what: string,
  name: string,
  known: Iterable<string>,
): Problem {
  return unknownName(code, path, { where, what, name, known });
}

function checkField(view: CheckedDefinition, issue: Issue, path: string, form: string, field: string): Problem[] {
  if (!view.names.forms.has(form)) return [missing(issue, path, 'unknown-form', 'form', form, view.names.forms)];
  const rule = named(view.definition.forms, form);
  if (!rule) return [];
  const found = fieldAt(view, form, field);
  if (found) return checkReaders(issue, path, found, `${form}.${field}`);
  const known = rule.pages.flatMap((page) => page.fields.map(({ id }) => id));
  return [missing(issue, path, 'unknown-field', `field of “${form}”`, field, known)];
}

/** An answer of the event is filled in only when every event that brings the notice asks for it. */
function checkEventField(view: CheckedDefinition, issue: Issue, path: string, field: string): Problem[] {
  return [...issue.occasions].flatMap((event) => {
    if (event === 'SERVED' && ['on', 'by', 'notice'].includes(field)) return [];
    const rule = named(view.definition.events, event);
    if (rule?.privileged && !issue.mayTellPrivileged) return [tellsPrivileged(issue, path, event, field)];
    const found = rule?.form === undefined ? undefined : fieldAt(view, rule.form, field);
    if (found) return checkReaders(issue, path, found, field);
    if (rule?.form !== undefined && !Object.hasOwn(view.definition.forms, rule.form)) return [];
    const message = `${issue.where} has {{event.${field}}}, but ${event === '' ? 'it can also be issued when nobody answers anything' : `the event “${event}” that brings it does not ask for “${field}”`}.`;
    return [error('unknown-field', path, message, 'Use {{data.<form>.<field>}}, or another notice for that occasion.')];
  });
}

function tellsPrivileged(issue: Issue, path: string, event: string, field: string): Problem {
  const message = `${issue.where} tells “${field}” of the event “${event}”, which is without prejudice: the member who decides could read it.`;
  return error('privileged-shown', path, message, 'Make the notice "privileged": true, or leave the placeholder out.');
}

function checkReaders(issue: Issue, path: string, field: Field, name: string): Problem[] {
  const problems: Problem[] = [];
  if (field.privileged && !issue.mayTellPrivileged) {
    const message = `${issue.where} tells the answer “${name}”, which is privileged: the member who decides could read it.`;
    problems.push(
      error(
        'privileged-shown',
        path,
        message,
        issue.what === 'notice'
          ? 'Leave the placeholder out, or make the notice "privileged": true.'
          : 'Leave the placeholder out, or make the document only where the outcome is an agreement.',
      ),
    );
  }
  if (issue.isForParties && field.access !== undefined && field.access !== 'case') {
    const message = `${issue.where} goes to parties and tells the answer “${name}”, which only the tribunal may read.`;
    problems.push(
      error('sealed-shown', path, message, 'Leave the placeholder out, or give the field "access": "case".'),
    );
  }
  return problems;
}
