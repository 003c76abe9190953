import { isSupportedDate } from '../time/calendar-day.ts';
import type { EvaluationRun } from './evaluation-run.ts';
import { ExpressionFailure } from './expression-failure.ts';
import { EXPRESSION_LIMITS } from './expression-limits.ts';
import type { SimpleType } from './scope-type.ts';

/** Characters of a text below which reading it is not counted as work. */
const SHORT_TEXT = 256;
/** Work that each item of a list costs when it is read: lists can be joined and compared many times over. */
export const WORK_OF_LISTED = 300;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Read = (value: unknown, name: string, run: EvaluationRun) => unknown;

const READ: Readonly<Record<SimpleType['kind'], Read>> = {
  text: readText,
  date: readDate,
  bool: (value, name) => (typeof value === 'boolean' ? value : refuse(name, 'yes or no')),
  int: readInt,
  double: (value, name) => (typeof value === 'number' && Number.isFinite(value) ? value : refuse(name, 'a number')),
  instant: (value, name) => (value instanceof Temporal.Instant ? value : refuse(name, 'an instant')),
  texts: readTexts,
  address: readAddress,
};

/** Turns a JSON value of a case into the evaluator's own (whole numbers are bigints there), or fails when it is not of its kind. */
export function readPlain(kind: SimpleType['kind'], value: unknown, name: string, run: EvaluationRun): unknown {
  return READ[kind](value, name, run);
}

/** True for `YYYY-MM-DD` when there is such a day. */
export function isDate(text: string): boolean {
  if (isSupportedDate(text)) return true;
  if (!DATE.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function readText(value: unknown, name: string, run: EvaluationRun): string {
  if (typeof value !== 'string') return refuse(name, 'a text');
  if (value.length > EXPRESSION_LIMITS.textLength) return refuse(name, 'a text of bearable length');
  if (value.length > SHORT_TEXT) run.spend(value.length);
  return value;
}

function readDate(value: unknown, name: string): string {
  return typeof value === 'string' && DATE.test(value) ? value : refuse(name, 'a date');
}

function readInt(value: unknown, name: string): bigint {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : refuse(name, 'a whole number');
}

/** One file attached is kept as its id alone: it reads as a list of one. */
function readTexts(value: unknown, name: string, run: EvaluationRun): string[] {
  if (typeof value === 'string') return [readText(value, name, run)];
  if (!Array.isArray(value)) return refuse(name, 'a list');
  if (value.length > EXPRESSION_LIMITS.answerItems) return refuse(name, 'a list of bearable length');
  run.spend(value.length * WORK_OF_LISTED);
  return Array.from(value, (item) => readText(item, name, run));
}

/** Only the lines of an address that are texts; what is left open is absent. */
function readAddress(value: unknown, name: string, run: EvaluationRun): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(name, 'an address');
  const lines = Object.entries(value);
  if (lines.length > EXPRESSION_LIMITS.answerItems) return refuse(name, 'an address of bearable length');
  const address = new Map<string, string>();
  for (const [line, text] of lines) if (typeof text === 'string') address.set(line, readText(text, name, run));
  return address;
}

function refuse(name: string, expected: string): never {
  throw new ExpressionFailure('wrong-value', `“${name}” does not hold ${expected}.`);
}
