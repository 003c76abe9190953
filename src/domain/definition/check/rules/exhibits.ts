import { named } from '../../definition-view.ts';
import type { EventRule } from '../../event-schema.ts';
import type { Field, FieldType } from '../../form-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { fieldAt } from '../issues.ts';
import { error, type Problem, warning } from '../problem.ts';

/** Evidence has a party, a number of its own, and readers: the other side and whoever decides. */
export const checkExhibits: Rule = (view) => {
  const events = Object.entries(view.definition.events);
  const isAdded = events.some(([, rule]) => rule.exhibit?.do === 'add' || hasExhibits(view, rule));
  return [
    ...events.flatMap(([name, rule]) => [...checkEvent(view, name, rule), ...checkReaders(view, name, rule)]),
    ...(isAdded ? checkMarks(view) : events.filter(([, { exhibit }]) => exhibit).map(([name]) => neverAdded(name))),
    ...Object.entries(view.definition.forms).flatMap(([name, form]) =>
      form.pages.flatMap((page, index) =>
        page.fields.flatMap((field, place) =>
          checkField(field, jsonPointer('forms', name, 'pages', index, 'fields', place)),
        ),
      ),
    ),
  ];
};

function hasExhibits({ definition }: CheckedDefinition, { form }: EventRule): boolean {
  const pages = form === undefined ? [] : (named(definition.forms, form)?.pages ?? []);
  return pages.some(({ fields }) => fields.some(({ exhibit }) => exhibit));
}

/** What each step takes from its form. */
const TAKES: Readonly<Record<NonNullable<EventRule['exhibit']>['do'], readonly (readonly [string, FieldType])[]>> = {
  add: [['file', 'file']],
  replace: [
    ['exhibit', 'text'],
    ['file', 'file'],
  ],
  describe: [['exhibit', 'text']],
  withdraw: [['exhibit', 'text']],
};

function checkEvent(view: CheckedDefinition, name: string, { exhibit, by, scope, form = '' }: EventRule): Problem[] {
  if (!exhibit) return [];
  const path = jsonPointer('events', name);
  const where = `The event “${name}”`;
  const outsiders = scope === 'case' ? by.filter((role) => view.tribunalRoles.includes(role)) : [];
  return [
    ...TAKES[exhibit.do].flatMap(([id, type]) => {
      const field = fieldAt(view, form, id);
      if (field?.type === type && field.required === true) return [];
      const message = `${where} moves an exhibit, but its form does not ask for “${id}”.`;
      return [
        error('exhibit-form', `${path}/form`, message, `Give the form a required field “${id}” of type "${type}".`),
      ];
    }),
    ...(exhibit.do === 'describe' && !SAID.some((id) => fieldAt(view, form, id)) ? [asksForNothing(name)] : []),
    ...outsiders.map((role) => {
      const message = `${where} can be done by “${role}”, who is of the tribunal: whose exhibit it would be is not said.`;
      return error('exhibit-without-party', `${path}/by`, message, 'Give the event "scope": "party" and “of”.');
    }),
    ...(exhibit.staysReadable !== undefined && exhibit.do !== 'withdraw'
      ? [
          warning(
            'setting-without-meaning',
            `${path}/exhibit/staysReadable`,
            `${where}: “staysReadable” is for what is withdrawn.`,
            'Remove “staysReadable”.',
          ),
        ]
      : []),
  ];
}

/** What can be said of an exhibit. */
const SAID = ['description', 'on'] as const;

function asksForNothing(name: string): Problem {
  const message = `The event “${name}” says something else of an exhibit, but its form asks for neither “description” nor “on”.`;
  return error(
    'exhibit-form',
    `${jsonPointer('events', name)}/form`,
    message,
    'Give the form a field “description”, “on” (a date), or both.',
  );
}

function checkReaders(view: CheckedDefinition, name: string, rule: EventRule): Problem[] {
  const isPrivate = rule.privileged || rule.message || rule.offer || rule.bidding;
  if (!isPrivate || !(rule.exhibit || hasExhibits(view, rule))) return [];
  const message = `The event “${name}” puts files in evidence, but is for a few readers: whoever decides could not see them.`;
  return [
    error(
      'exhibit-hidden',
      jsonPointer('events', name),
      message,
      'Put them in evidence by an event that all can read.',
    ),
  ];
}

function checkField(field: Field, path: string): Problem[] {
  const isOpen = !field.privileged && (field.access ?? 'case') === 'case';
  if (!field.exhibit || isOpen) return [];
  const message = `The field “${field.id}” puts files in evidence, but not everyone in the case could read them.`;
  return [error('exhibit-hidden', `${path}/exhibit`, message, 'Remove “exhibit”, or “access” and “privileged”.')];
}

/** Two roles with one mark would both have an A-1. */
function checkMarks(view: CheckedDefinition): Problem[] {
  const owners = new Map<string, string>();
  return Object.entries(view.definition.roles).flatMap(([name, role]) => {
    if (role.kind !== 'party') return [];
    const mark = role.mark ?? name.charAt(0).toUpperCase();
    const owner = owners.get(mark);
    if (owner === undefined) {
      owners.set(mark, name);
      return [];
    }
    const message = `Exhibits of “${name}” and of “${owner}” would both be numbered ${mark}-1, ${mark}-2.`;
    return [error('mark-twice', jsonPointer('roles', name), message, 'Give one of them another "mark".')];
  });
}

function neverAdded(name: string): Problem {
  const message = `Nobody can ever do the event “${name}”: it is about an exhibit, and nothing puts any in evidence.`;
  const fix = 'Add an event with "exhibit": { "do": "add" }, or a file field with "exhibit": true.';
  return error('event-nobody-can-do', jsonPointer('events', name, 'exhibit'), message, fix);
}
