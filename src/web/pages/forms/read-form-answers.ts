import type { Field, Form } from '../../../domain/definition/form-schema.ts';
import { ADDRESS_LINES, LONG_TEXT_LENGTH, readField, TEXT_LENGTH } from '../../../domain/forms/field-answer.ts';
import { seenAnswers } from '../../../domain/forms/seen-answers.ts';
import { textIn } from '../../../domain/text-in.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { fill, type Words } from '../../words.ts';
import type { PageError } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { withColon } from '../with-colon.ts';
import { DATE_PARTS } from './date-field.tsx';
import { parseDecimal } from './parse-decimal.ts';

/** Answers as the case takes them, and what could not be understood. */
export interface TypedAnswers {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly PageError[];
}

/** Reads what was typed into a definition's form; `files` are the ids of what was uploaded for each field. */
export function readFormAnswers(
  form: Form,
  sent: PageForm,
  files: ReadonlyMap<string, readonly string[]>,
  words: Words,
) {
  const data: Record<string, unknown> = {};
  const errors: PageError[] = [];
  for (const field of fieldsOf(form)) {
    const value = VALUES[field.type](field.id, sent, files);
    if (value === undefined) continue;
    if (value === UNREADABLE)
      errors.push({ field: field.id, label: labelOf(field, words), message: words.wrong[field.type] });
    else data[field.id] = value;
  }
  return { data: seenAnswers(data), errors } satisfies TypedAnswers;
}

export function fieldsOf(form: Form): readonly Field[] {
  return form.pages.flatMap(({ fields }) => fields);
}

const UNREADABLE = Symbol('unreadable');
type Value = (id: string, sent: PageForm, files: ReadonlyMap<string, readonly string[]>) => unknown;

const asText: Value = (id, sent) => sent.text(id) || undefined;
const asTrimmed: Value = (id, sent) => sent.text(id).trim() || undefined;

/** What each type of field makes of what was typed. Empty is no answer. */
const VALUES: { readonly [T in Field['type']]: Value } = {
  text: asText,
  longtext: asText,
  number: (id, sent) => hundredths(sent.text(id), 100),
  money: (id, sent) => hundredths(sent.text(id), 1),
  date: dateOf,
  yesno: (id, sent) => ({ yes: true, no: false })[sent.text(id)],
  choice: asText,
  choices: (id, sent) => (sent.texts(id).length > 0 ? sent.texts(id) : undefined),
  email: asTrimmed,
  phone: asTrimmed,
  address: (id, sent) => {
    const lines = ADDRESS_LINES.map((line) => [line, sent.text(`${id}.${line}`)] as const).filter(([, text]) => text);
    return lines.length > 0 ? Object.fromEntries(lines) : undefined;
  },
  file: (id, _, files) => (files.get(id)?.length ? files.get(id) : undefined),
  party: asText,
};

/** `16`, `3`, `2026` → `2026-03-16`. What is no date is left to the case to refuse, as it was typed. */
function dateOf(id: string, sent: PageForm): string | undefined {
  const [day = '', month = '', year = ''] = DATE_PARTS.map((part) => sent.text(`${id}.${part}`).trim());
  return day || month || year ? [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') : undefined;
}

function hundredths(typed: string, unit: number): number | symbol | undefined {
  if (typed.trim() === '') return undefined;
  const read = parseDecimal(typed.trim());
  return read === undefined ? UNREADABLE : read / unit;
}

/**
 * What else is wrong on pages that everyone is asked, so that all of it is said at once, also when something could not
 * be understood.
 */
export function obviousErrors(
  form: Form,
  { data, errors }: TypedAnswers,
  parties: readonly string[],
  words: Words,
  currency: string,
) {
  const known = new Set(errors.map(({ field }) => field));
  const asked = form.pages.filter(({ showIf }) => !showIf).flatMap(({ fields }) => fields);
  const wrong = asked.filter((field) => !known.has(field.id) && 'message' in readField(field, data[field.id], parties));
  return [...errors, ...wrong.map((field) => fieldError(field, data[field.id], words, currency))];
}

/** What is wrong with an answer that the case did not take, in the reader's language. */
export function fieldError(field: Field, value: unknown, words: Words, currency: string): PageError {
  return { field: field.id, label: labelOf(field, words), message: sentence(field, value, words, currency) };
}

/** As a sentence of its own. */
function labelOf(field: Field, { lang }: Words): string {
  const label = textIn(field.label, lang) || field.id;
  if (/[.?!]$/.test(label)) return label;
  return withColon(label, lang);
}

function sentence(field: Field, value: unknown, { wrong, lang }: Words, currency: string): string {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return wrong.required;
  const amount = (limit: number) => (field.type === 'money' ? formatMoney(limit, currency, lang) : limit);
  if (typeof value === 'number' && field.whole && !Number.isInteger(value)) return wrong.whole;
  if (typeof value === 'number' && field.min !== undefined && value < field.min)
    return fill(wrong.min, { min: amount(field.min) });
  if (typeof value === 'number' && field.max !== undefined && value > field.max)
    return fill(wrong.max, { max: amount(field.max) });
  if (field.in && !('message' in readField(field, value, []))) return wrong[field.in];
  const max = field.maxLength ?? (field.type === 'longtext' ? LONG_TEXT_LENGTH : TEXT_LENGTH);
  return fill(wrong[field.type], { max, files: field.maxFiles ?? 1 });
}
