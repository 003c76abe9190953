import type { Field } from '../definition/form-schema.ts';
import { withoutOverrides } from '../process/without-overrides.ts';
import { isSupportedDate } from '../time/calendar-day.ts';

export interface FieldError {
  /** The field's id. */
  readonly path: string;
  readonly message: string;
}

type Read = { readonly value: unknown } | { readonly message: string };

/** Characters, where the field does not say. */
export const TEXT_LENGTH = 500;
export const LONG_TEXT_LENGTH = 10_000;
const ADDRESS_LINE_LENGTH = 200;
const MAX_CENTS = 100_000_000_00;

/**
 * Reads one answer; empty is absent, and absent is an error only where an answer is required. Blanks and what nobody
 * can see are empty too: a required reason of spaces is none. `today` is the tribunal's, `YYYY-MM-DD`, asked only of a field
 * whose date is on one side of it; without it, any day will do.
 */
export function readField(field: Field, value: unknown, parties: readonly string[], today?: () => string): Read {
  const read = isEmpty(value) ? { value: undefined } : READ[field.type](field, value, parties);
  if ('message' in read) return read;
  if (!isEmpty(read.value)) return today && field.in ? onItsSide(field.in, read.value, today()) : read;
  return field.required ? wrong('Give an answer here.') : { value: undefined };
}

/** Dates as texts are ordered as days are. */
function onItsSide(side: 'past' | 'future', date: unknown, today: string): Read {
  if (side === 'past' && String(date) > today) return wrong('Give today or a day before: this one has not come yet.');
  if (side === 'future' && String(date) < today) return wrong('Give today or a later day: this one is over.');
  return { value: date };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

/** What each type of field takes. Sentences say what to do. */
const READ: { readonly [T in Field['type']]: (field: Field, value: unknown, parties: readonly string[]) => Read } = {
  text: (field, value) => readText(value, field.maxLength ?? TEXT_LENGTH, oneLine),
  longtext: (field, value) => readText(value, field.maxLength ?? LONG_TEXT_LENGTH, plainText),
  number: (field, value) =>
    typeof value === 'number' && Number.isFinite(value) ? inRange(field, value) : wrong('Give a number.'),
  money: (field, value) =>
    isCents(value) ? inRange(field, value) : wrong('Give the amount in whole cents, 0 or more.'),
  date: (_, value) => (isDate(value) ? { value } : wrong('Give a real date as YYYY-MM-DD.')),
  yesno: (_, value) => (typeof value === 'boolean' ? { value } : wrong('Answer true or false.')),
  choice: (field, value) => (isOption(field, value) ? { value } : wrong(oneOf(field))),
  choices: (field, value) =>
    Array.isArray(value) && value.every((one) => isOption(field, one))
      ? { value: [...new Set(value)] }
      : wrong(`${oneOf(field)} Give a list.`),
  email: (_, value) => (isEmail(value) ? { value } : wrong('Give one e-mail address, such as name@example.org.')),
  phone: (_, value) => (isPhone(value) ? { value } : wrong('Give a phone number.')),
  address: (_, value) => readAddress(value),
  file: (field, value) => readFiles(field, value),
  party: (_, value, parties) =>
    typeof value === 'string' && parties.includes(value) ? { value } : wrong('Name a party of this case.'),
};

function readText(value: unknown, maxLength: number, clean: (text: string) => string): Read {
  if (typeof value !== 'string') return wrong('Give a text.');
  const text = clean(value);
  return text.length > maxLength
    ? wrong(`Use at most ${maxLength} characters; this has ${text.length}.`)
    : { value: text };
}

/**
 * Composed, with the line breaks we use. Taken out is what nobody types: control characters, broken halves, and the
 * embeddings, overrides and isolates that make a text read otherwise than it is written. Marks that Arabic and Hebrew
 * need, and joiners, stay.
 */
function plainText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n');
  return withoutOverrides(lines)
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')
    .trim();
}

/**
 * Latin letters, typographic marks and the euro, which all stay as they are: Unicode composes no sign below U+0300 (NFC
 * quick check). Most texts are made of these, and to look costs a tenth of cleaning them.
 */
const PLAIN = /^[\t\n\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u20ac]*$/;

/** A text of one line: it stands in subjects and headings. */
function oneLine(text: string): string {
  return plainText(text).replace(/[\s\u2028\u2029]+/g, ' ');
}

function inRange(field: Field, value: number): Read {
  if (field.whole && !Number.isInteger(value)) return wrong('Give a whole number.');
  if (field.min !== undefined && value < field.min) return wrong(`Give ${field.min} or more.`);
  if (field.max !== undefined && value > field.max) return wrong(`Give ${field.max} or less.`);
  // JSON keeps no sign of zero, and what is replayed must be what was decided.
  return { value: value === 0 ? 0 : value };
}

function isCents(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_CENTS;
}

/** A date from 1900 to 2149: the longest count from it, and its extensions, stay within what calendars support. */
function isDate(value: unknown): value is string {
  return typeof value === 'string' && isSupportedDate(value) && value < '2150';
}

export function isEmail(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 254 &&
    /^[^\s@<>()",;:\\[\]\p{Cc}\p{Cf}\p{Cs}]+@[^\s@<>()",;:\\[\]\p{Cc}\p{Cf}\p{Cs}]+\.[^\s@.<>()",;:\\[\]\p{Cc}\p{Cf}\p{Cs}]+$/u.test(
      value,
    )
  );
}

/** Signs that a telephone takes, five of them digits at least. */
export const PHONE_PATTERN = '^(?=(?:[^0-9]*[0-9]){5})\\+?[0-9 ().-]{5,30}$';
const PHONE = new RegExp(PHONE_PATTERN);

function isPhone(value: unknown): value is string {
  return typeof value === 'string' && PHONE.test(value);
}

function isOption(field: Field, value: unknown): boolean {
  return field.options?.some((option) => option.value === value) ?? false;
}

function oneOf(field: Field): string {
  return `Choose from: ${field.options?.map((option) => option.value).join(', ')}.`;
}

export const ADDRESS_LINES = ['line1', 'line2', 'city', 'region', 'postalCode', 'country'];

function readAddress(value: unknown): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return wrong(`Give an address with ${ADDRESS_LINES.join(', ')}.`);
  const entries = Object.entries(value);
  const isRight = entries.every(
    ([line, text]) => ADDRESS_LINES.includes(line) && typeof text === 'string' && text.length <= ADDRESS_LINE_LENGTH,
  );
  if (!isRight)
    return wrong(
      `An address has only ${ADDRESS_LINES.join(', ')}, each a text of at most ${ADDRESS_LINE_LENGTH} characters.`,
    );
  const lines = entries
    .map(([line, text]) => [line, oneLine(text as string)] as const)
    .filter(([, text]) => text !== '');
  return { value: lines.length > 0 ? Object.fromEntries(lines) : undefined };
}

function readFiles(field: Field, value: unknown): Read {
  const files = [...new Set([value].flat())];
  const most = field.maxFiles ?? 1;
  if (!files.every((file) => typeof file === 'string' && file.length <= 64))
    return wrong('Give the ids of files uploaded to this case.');
  if (files.length > most) return wrong(`Give at most ${most} files.`);
  return { value: files };
}

function wrong(message: string): Read {
  return { message };
}
