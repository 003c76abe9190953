import { describe, expect, it } from 'vitest';
import { FIELD_TYPES, type Field, type Form } from '../../src/domain/definition/form-schema.ts';
import { formJsonSchema } from '../../src/domain/forms/form-json-schema.ts';

const both = (en: string, fr: string) => ({ en, fr });
const form = (fields: Field[], showIf?: string): Form => ({
  title: both('A form', 'Un formulaire'),
  pages: [{ id: 'p', fields, ...(showIf ? { showIf } : {}) }],
});
const schemaOf = (field: Partial<Field> & Pick<Field, 'type'>, language = 'en') =>
  (formJsonSchema(form([{ id: 'it', ...field }]), language, ['ann', 'bob']).properties as Record<string, unknown>).it;

describe('a form as JSON Schema', () => {
  it('takes nothing where there is no form', () => {
    expect(formJsonSchema(undefined, 'en', [])).toEqual({
      type: 'object',
      properties: {},
      additionalProperties: false,
    });
  });

  it('names its fields and requires those that are always asked for', () => {
    const schema = formJsonSchema(
      form([
        { id: 'a', type: 'text', required: true },
        { id: 'b', type: 'text' },
      ]),
      'fr',
      [],
    );
    expect(schema).toEqual({
      type: 'object',
      title: 'Un formulaire',
      properties: { a: { type: 'string', maxLength: 500 }, b: { type: 'string', maxLength: 500 } },
      required: ['a'],
      additionalProperties: false,
    });
  });

  it('says of a page that is not always shown when it is, and what it then requires', () => {
    const schema = formJsonSchema(
      form(
        [
          { id: 'a', type: 'yesno', required: true },
          { id: 'b', type: 'yesno' },
        ],
        'form.x',
      ),
      'en',
      [],
    );
    expect(schema).toMatchObject({
      required: [],
      properties: { a: { 'x-show-if': 'form.x', 'x-required-if-shown': true }, b: { 'x-show-if': 'form.x' } },
    });
    expect((schema.properties as Record<string, object>).b).not.toHaveProperty('x-required-if-shown');
  });

  const address = Object.fromEntries(
    ['line1', 'line2', 'city', 'region', 'postalCode', 'country'].map((line) => [
      line,
      { type: 'string', maxLength: 200 },
    ]),
  );
  const options = [{ value: 'y', label: both('Yes', 'Oui') }];
  it.each<[Partial<Field> & Pick<Field, 'type'>, unknown]>([
    [
      { type: 'text', maxLength: 9 },
      { type: 'string', maxLength: 9 },
    ],
    [{ type: 'longtext' }, { type: 'string', maxLength: 10_000 }],
    [
      { type: 'longtext', maxLength: 7 },
      { type: 'string', maxLength: 7 },
    ],
    [
      { type: 'number', min: 1, max: 2 },
      { type: 'number', minimum: 1, maximum: 2 },
    ],
    [
      { type: 'date', in: 'past' },
      { type: 'string', format: 'date', description: '(today or before)' },
    ],
    [
      { type: 'number', whole: true, min: 1 },
      { type: 'integer', minimum: 1 },
    ],
    [{ type: 'money' }, { type: 'integer', minimum: 0, description: '(cents)' }],
    [
      { type: 'money', min: 5, hint: both('As on the receipt.', 'Comme au reçu.') },
      { type: 'integer', minimum: 5, description: 'As on the receipt. (cents)' },
    ],
    [
      { type: 'date', label: both('Day', 'Jour') },
      { type: 'string', format: 'date', title: 'Day' },
    ],
    [{ type: 'yesno' }, { type: 'boolean' }],
    [
      { type: 'choice', options },
      { type: 'string', enum: ['y'], 'x-labels': ['Yes'] },
    ],
    [{ type: 'choice' }, { type: 'string', enum: [], 'x-labels': [] }],
    [
      { type: 'choices', options },
      { type: 'array', uniqueItems: true, items: { type: 'string', enum: ['y'], 'x-labels': ['Yes'] } },
    ],
    [{ type: 'email' }, { type: 'string', format: 'email' }],
    [{ type: 'address' }, { type: 'object', properties: address, additionalProperties: false }],
    [
      { type: 'file' },
      { type: 'array', items: { type: 'string' }, maxItems: 1, description: '(ids of uploaded documents)' },
    ],
    [
      { type: 'file', maxFiles: 4 },
      { type: 'array', items: { type: 'string' }, maxItems: 4, description: '(ids of uploaded documents)' },
    ],
    [{ type: 'party' }, { type: 'string', enum: ['ann', 'bob'] }],
  ])('describes %j', (field, expected) => {
    expect(schemaOf(field)).toEqual(expected);
  });

  it('takes the telephone numbers that the form takes', () => {
    const { pattern } = schemaOf({ type: 'phone' }) as { pattern: string };
    expect(['+1 604 555-0100', '12345'].every((value) => new RegExp(pattern).test(value))).toBe(true);
    expect(['-----', 'call me'].some((value) => new RegExp(pattern).test(value))).toBe(false);
  });

  it('describes every type of field, in the reader’s language', () => {
    for (const type of FIELD_TYPES)
      expect(schemaOf({ type, label: both('Label', 'Étiquette'), options }, 'fr')).toMatchObject({
        title: 'Étiquette',
      });
  });
});
