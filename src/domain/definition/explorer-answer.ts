import type { Explorer } from './explorer-schema.ts';
import type { Field } from './form-schema.ts';

type Option = Explorer['questions'][string]['options'][number];

/** What an answer before the claim fills in: a field of a form, and the value as the definition writes it. */
export interface FilledIn {
  readonly form: string;
  readonly field: string;
  readonly value: string;
}

const FORM_FIELD = /^(?:data\.)?([A-Za-z][A-Za-z0-9_-]*)\.([A-Za-z][A-Za-z0-9_-]*)(?:=(.*))?$/;

/**
 * What `sets` of an option names: `form.field` takes the option's own value, `form.field=value` another. Nothing when it
 * is written otherwise.
 */
export function filledInBy({ sets, value }: Pick<Option, 'sets' | 'value'>): FilledIn | undefined {
  const [, form, field, other] = FORM_FIELD.exec(sets ?? '') ?? [];
  return form && field ? { form, field, value: other ?? value } : undefined;
}

/** The value as an answer to its field; nothing where the field is of a kind that nobody can answer beforehand. */
export function answerOf({ type }: Pick<Field, 'type'>, value: string): unknown {
  switch (type) {
    case 'yesno':
      return { true: true, false: false, yes: true, no: false }[value];
    case 'number':
    case 'money':
      return /^-?\d+$/.test(value) ? Number(value) : undefined;
    case 'choices':
      return [value];
    case 'text':
    case 'longtext':
    case 'choice':
    case 'date':
      return value;
    default:
      return undefined;
  }
}
