import type { Field, Form } from '../definition/form-schema.ts';
import { textIn } from '../text-in.ts';
import { ADDRESS_LINES, LONG_TEXT_LENGTH, PHONE_PATTERN, TEXT_LENGTH } from './field-answer.ts';

/** A JSON Schema (2020-12) of what an event takes as `data`. */
export type FormSchema = Readonly<Record<string, unknown>>;

const NO_ANSWERS: FormSchema = { type: 'object', properties: {}, additionalProperties: false };

/**
 * A form as JSON Schema, in a language. An answer is `required` when its page is always shown; on a page with `showIf` it
 * is named in `x-required-if-shown` with the condition, and dropped when the page is not shown.
 */
export function formJsonSchema(form: Form | undefined, language: string, parties: readonly string[]): FormSchema {
  if (!form) return NO_ANSWERS;
  const fields = form.pages.flatMap((page) => page.fields.map((field) => ({ field, showIf: page.showIf })));
  return {
    type: 'object',
    title: textIn(form.title, language),
    properties: Object.fromEntries(
      fields.map(({ field, showIf }) => [field.id, property(field, language, parties, showIf)]),
    ),
    required: fields.filter(({ field, showIf }) => field.required && !showIf).map(({ field }) => field.id),
    additionalProperties: false,
  };
}

function property(field: Field, language: string, parties: readonly string[], showIf: string | undefined): FormSchema {
  const notes = [NOTES[field.type], field.in && SIDES[field.in]];
  const description = [textIn(field.hint, language), ...notes].filter(Boolean).join(' ');
  return {
    ...(field.label ? { title: textIn(field.label, language) } : {}),
    ...(description ? { description } : {}),
    ...TYPES[field.type](field, language, parties),
    ...(showIf ? { 'x-show-if': showIf, ...(field.required ? { 'x-required-if-shown': true } : {}) } : {}),
  };
}

/** What a client has to know beside the person's hint. */
const NOTES: { readonly [T in Field['type']]?: string } = { money: '(cents)', file: '(ids of uploaded documents)' };

const SIDES = { past: '(today or before)', future: '(today or later)' };

const TYPES: {
  readonly [T in Field['type']]: (field: Field, language: string, parties: readonly string[]) => FormSchema;
} = {
  text: (field) => ({ type: 'string', maxLength: field.maxLength ?? TEXT_LENGTH }),
  longtext: (field) => ({ type: 'string', maxLength: field.maxLength ?? LONG_TEXT_LENGTH }),
  number: (field) => ({ type: field.whole ? 'integer' : 'number', ...range(field) }),
  money: (field) => ({ type: 'integer', minimum: 0, ...range(field) }),
  date: () => ({ type: 'string', format: 'date' }),
  yesno: () => ({ type: 'boolean' }),
  choice: (field, language) => ({ type: 'string', ...options(field, language) }),
  choices: (field, language) => ({
    type: 'array',
    uniqueItems: true,
    items: { type: 'string', ...options(field, language) },
  }),
  email: () => ({ type: 'string', format: 'email' }),
  phone: () => ({ type: 'string', pattern: PHONE_PATTERN }),
  address: () => ({
    type: 'object',
    properties: Object.fromEntries(ADDRESS_LINES.map((line) => [line, { type: 'string', maxLength: 200 }])),
    additionalProperties: false,
  }),
  file: (field) => ({
    type: 'array',
    items: { type: 'string' },
    maxItems: field.maxFiles ?? 1,
  }),
  party: (_, __, parties) => ({ type: 'string', enum: parties }),
};

function range({ min, max }: Field): FormSchema {
  return { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
}

function options({ options = [] }: Field, language: string): FormSchema {
  return { enum: options.map(({ value }) => value), 'x-labels': options.map(({ label }) => textIn(label, language)) };
}
