import type { Field, FieldType, Form } from '../../form-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import type { Rule } from '../checked-definition.ts';
import { error, type Problem, warning } from '../problem.ts';

const ONLY_FOR: Readonly<
  Record<'options' | 'maxLength' | 'min' | 'max' | 'whole' | 'in' | 'maxFiles' | 'exhibit', readonly FieldType[]>
> = {
  options: ['choice', 'choices'],
  maxLength: ['text', 'longtext'],
  min: ['number', 'money'],
  max: ['number', 'money'],
  whole: ['number'],
  in: ['date'],
  maxFiles: ['file'],
  exhibit: ['file'],
};

/** Forms that can be filled in: each answer has a place of its own, and some answer would do. */
export const checkFields: Rule = (view) =>
  Object.entries(view.definition.forms).flatMap(([name, form]) => checkForm(name, form));

function checkForm(name: string, form: Form): Problem[] {
  const path = jsonPointer('forms', name);
  const where = `The form “${name}”`;
  const fields = form.pages.flatMap((page, index) =>
    page.fields.map((field, place) => ({ field, path: `${path}/pages/${index}/fields/${place}` })),
  );
  return [
    ...repeated(
      form.pages.map((page, index) => ({ id: page.id, path: `${path}/pages/${index}/id` })),
      `${where} has the page`,
    ),
    ...repeated(
      fields.map((one) => ({ id: one.field.id, path: `${one.path}/id` })),
      `${where} has the field`,
    ),
    ...fields.flatMap((one) => checkField(one.field, one.path, where)),
  ];
}

function repeated(ids: readonly { readonly id: string; readonly path: string }[], words: string): Problem[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew ? [] : [error('duplicate-id', path, `${words} “${id}” twice.`, 'Give one of them another id.')];
  });
}

function checkField(field: Field, path: string, where: string): Problem[] {
  const called = `${where}: the field “${field.id}”`;
  return [
    ...checkOptions(field, path, called),
    ...checkSettings(field, path, called),
    ...(field.min !== undefined && field.max !== undefined && field.min > field.max
      ? [
          error(
            'min-above-max',
            `${path}/min`,
            `${called} takes at least ${field.min} but at most ${field.max}: no answer would do.`,
            'Make “min” no more than “max”.',
          ),
        ]
      : []),
  ];
}

function checkOptions(field: Field, path: string, called: string): Problem[] {
  if (field.options === undefined) {
    if (field.type !== 'choice' && field.type !== 'choices') return [];
    return [
      error(
        'choice-without-options',
        path,
        `${called} is a choice with nothing to choose from.`,
        'Add "options": [ { "value": "…", "label": … }, … ].',
      ),
    ];
  }
  return repeated(
    field.options.map(({ value }, index) => ({ id: value, path: `${path}/options/${index}/value` })),
    `${called} has the option`,
  );
}

function checkSettings(field: Field, path: string, called: string): Problem[] {
  return Object.entries(ONLY_FOR).flatMap(([key, types]) => {
    if (field[key as keyof typeof ONLY_FOR] === undefined || types.includes(field.type)) return [];
    const message = `${called} is of type “${field.type}”, for which “${key}” means nothing.`;
    return [
      warning('setting-without-meaning', `${path}/${key}`, message, `Remove “${key}”; it is for: ${types.join(', ')}.`),
    ];
  });
}
