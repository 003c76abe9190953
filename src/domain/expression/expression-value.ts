import type { ExpectedResult } from './check-result.ts';
import { ExpressionFailure } from './expression-failure.ts';
import { EXPRESSION_LIMITS } from './expression-limits.ts';
import { isDate } from './read-plain.ts';

/** What an expression gives: JSON, or (for a `date`) the instant that `now` is. */
export type ExpressionValue =
  | boolean
  | number
  | string
  | Temporal.Instant
  | readonly ExpressionValue[]
  | { readonly [name: string]: string };

/** Turns what the evaluator gave into JSON: numbers that are exact, texts and lists of bearable length. */
export function expressionValue(value: unknown, expected: ExpectedResult): ExpressionValue {
  if (expected === 'date') return dateValue(value);
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'bigint':
      return exactNumber(Number(value));
    case 'number':
      return finiteNumber(value);
    case 'string':
      return shortText(value);
    default:
      return compoundValue(value, expected);
  }
}

function compoundValue(value: unknown, expected: ExpectedResult): ExpressionValue {
  if (value instanceof Temporal.Instant) return value.toString();
  if (value instanceof Map) return Object.fromEntries(value as Map<string, string>);
  if (!Array.isArray(value)) throw new ExpressionFailure('failed', 'The result cannot be kept.');
  if (value.length > EXPRESSION_LIMITS.resultItems)
    throw new ExpressionFailure('too-much-work', 'The result is too long.');
  return value.map((item: unknown) => expressionValue(item, expected));
}

function dateValue(value: unknown): ExpressionValue {
  if (value instanceof Temporal.Instant) return value;
  if (typeof value === 'string' && isDate(value)) return value;
  throw new ExpressionFailure('wrong-value', `“${String(value)}” is not a date.`);
}

function exactNumber(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new ExpressionFailure('overflow', 'The result is too large a number.');
}

function finiteNumber(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new ExpressionFailure('overflow', 'The result is not a number: perhaps something was divided by nothing.');
}

function shortText(value: string): string {
  if (value.length <= EXPRESSION_LIMITS.textLength) return value;
  throw new ExpressionFailure('too-much-work', 'The result is too long a text.');
}
