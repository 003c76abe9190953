import type { Audience } from '../audience.ts';
import type { Answers } from '../case-file.ts';
import type { Field, Form } from '../definition/form-schema.ts';
import { oncePer } from '../definition/once-per.ts';
import type { Definition } from '../definition/schema.ts';
import { type FieldError, readField } from './field-answer.ts';

export type ReadAnswers =
  | { readonly answers: Readonly<Record<string, unknown>> }
  | { readonly errors: readonly FieldError[] };

interface Surroundings {
  /** Whether a page is shown, given the answers so far. */
  readonly isShown: (showIf: string, answers: Readonly<Record<string, unknown>>) => boolean;
  /** Ids of the case's parties, for fields that name one. */
  readonly parties: readonly string[];
  /** The tribunal's local date, for dates that lie on one side of it. */
  readonly today?: () => string;
}

/**
 * Reads what someone gave for a form: every field of a page that is shown, in order, all errors at once. Answers to pages
 * that are not shown are dropped; a field the form does not have is an error.
 */
export function readAnswers(form: Form, given: Readonly<Record<string, unknown>>, around: Surroundings): ReadAnswers {
  const { pages, answers } = readPages(form, given, around);
  const errors = unknownFields(form, given);
  for (const page of pages) errors.push(...page.errors);
  return errors.length > 0 ? { errors } : { answers };
}

/** A page of a form, given the answers to those before it. */
export interface PageRead {
  readonly id: string;
  readonly isShown: boolean;
  readonly errors: readonly FieldError[];
}

/** The same page by page, for who answers one after the other: what of it is asked, and what is wrong or missing. */
export function readPages(
  form: Form,
  given: Readonly<Record<string, unknown>>,
  around: Surroundings,
): { readonly pages: readonly PageRead[]; readonly answers: Readonly<Record<string, unknown>> } {
  const answers: Record<string, unknown> = {};
  const pages = form.pages.map(({ id, showIf, fields }): PageRead => {
    const isShown = !showIf || around.isShown(showIf, answers);
    const errors: FieldError[] = [];
    if (isShown) for (const field of fields) readInto(answers, errors, field, given, around);
    return { id, isShown, errors };
  });
  return { pages, answers };
}

function readInto(
  answers: Record<string, unknown>,
  errors: FieldError[],
  field: Field,
  given: Readonly<Record<string, unknown>>,
  { parties, today }: Surroundings,
) {
  const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
  const read = readField(field, value, parties, today);
  if ('message' in read) errors.push({ path: field.id, message: read.message });
  else if (read.value !== undefined) answers[field.id] = read.value;
}

function unknownFields(form: Form, given: Readonly<Record<string, unknown>>): FieldError[] {
  const known = fieldsById(form);
  const errors: FieldError[] = [];
  for (const name in given) if (!known.has(name)) errors.push({ path: name, message: 'The form has no such field.' });
  return errors;
}

export function fieldsOf(form: Form): readonly Field[] {
  return [...fieldsById(form).values()];
}

/** The fields of a form, in its order; made once for each form. */
export const fieldsById = oncePer(
  (form: Form): ReadonlyMap<string, Field> =>
    new Map(form.pages.flatMap((page) => page.fields.map((field) => [field.id, field] as const))),
);

/**
 * Answers that come with a new case: each must fit its field, none is required yet. Only forms that the opener could
 * send in as well: what others say, what is said without prejudice and what charts note for themselves come no other way.
 */
export function readPrefilled(definition: Definition, data: Answers, opener: string): ReadPrefilled {
  const answers: Record<string, Readonly<Record<string, unknown>>> = {};
  const errors: FieldError[] = [];
  for (const [name, given] of Object.entries(data)) {
    const form = Object.hasOwn(definition.forms, name) ? definition.forms[name] : undefined;
    if (!form) errors.push({ path: name, message: 'The workflow has no such form.' });
    else if (!isGivenBy(definition, name, opener))
      errors.push({ path: name, message: 'This form is not filled in by who opens a case.' });
    else {
      const read = readAnswers(withoutRequired(form), given, { isShown: () => true, parties: [] });
      if ('answers' in read) answers[name] = read.answers;
      else errors.push(...read.errors.map(({ path, message }) => ({ path: `${name}.${path}`, message })));
    }
  }
  return errors.length > 0 ? { errors } : { answers };
}

type ReadPrefilled = { readonly answers: Answers } | { readonly errors: readonly FieldError[] };

/** Someone of a party's role gives that role's forms; the registry, which opens for others, any party's. */
function isGivenBy({ roles, events }: Definition, form: string, opener: string): boolean {
  const isOpener = (role: string) =>
    role === opener || (roles[opener]?.kind !== 'party' && roles[role]?.kind === 'party');
  return Object.values(events).some(
    (rule) =>
      rule.form === form && rule.scope === 'case' && !rule.privileged && !rule.message && rule.by.some(isOpener),
  );
}

/** Made once for each form, as what is known of its fields is. */
const withoutRequired = oncePer((form: Form): Form => {
  const optional = (field: Field): Field => ({ ...field, required: false });
  return { ...form, pages: form.pages.map((page) => ({ ...page, fields: page.fields.map(optional) })) };
});

/** The uploaded files that answers name, by who may read the field. */
export function filesIn(
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  audience: Audience,
): { readonly documents: readonly string[]; readonly audience: Audience }[] {
  return fileFieldsOf(form)
    .filter((field) => answers[field.id] !== undefined)
    .map((field) => ({ documents: answers[field.id] as string[], audience: fileAudience(field, audience) }));
}

const fileFieldsOf = oncePer((form: Form) => fieldsOf(form).filter((field) => field.type === 'file'));

function fileAudience(field: Field, audience: Audience): Audience {
  if (audience !== 'case') return audience;
  return field.privileged ? 'room' : (field.access ?? 'case');
}
