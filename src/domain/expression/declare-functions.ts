import type { Environment } from '@marcbachmann/cel-js';
import type { EvaluationRun } from './evaluation-run.ts';
import { ExpressionFailure } from './expression-failure.ts';
import type { DayInput, PartyInput } from './expression-inputs.ts';
import { declareHas } from './has-macro.ts';
import { isDate } from './read-plain.ts';
import { inputOf, type RecordView } from './record-view.ts';

/**
 * What the subset calls → what the environment knows it as. The library's own `has`, `size` and `contains` cannot be
 * replaced, and will not do: `has` does not check its names, the others may take long. Ours stand under names of the same
 * length, so that positions in the source stay true.
 */
export const OWN_NAMES: Readonly<Record<string, string>> = { has: 'hAs', size: 'sIze', contains: 'cOntains' };

const SYNCHRONOUS = { async: false };

/** Adds the subset's functions and the arithmetic of whole with decimal numbers. */
export function declareFunctions(environment: Environment, run: EvaluationRun, partyType: string | undefined): void {
  declareHas(environment);
  declareSizes(environment);
  declareContains(environment, run);
  declareDayCounts(environment, run);
  declareAddDays(environment, run);
  declareMixedArithmetic(environment);
  if (partyType) declareInState(environment, run, partyType);
}

/** Characters of a text as JavaScript and `maxLength` count them (UTF-16), at no cost. */
function declareSizes(environment: Environment): void {
  for (const type of ['string', 'list']) {
    const length = (value: { length: number }) => BigInt(value.length);
    environment.registerFunction(`sIze(${type}): int`, length, SYNCHRONOUS);
    environment.registerFunction(`${type}.sIze(): int`, length, SYNCHRONOUS);
  }
}

function declareContains(environment: Environment, run: EvaluationRun): void {
  const contains = (text: string, searched: string) => {
    run.spend(text.length * searched.length);
    return text.includes(searched);
  };
  environment.registerFunction('string.cOntains(string): bool', contains, SYNCHRONOUS);
}

function declareDayCounts(environment: Environment, run: EvaluationRun): void {
  for (const name of ['days', 'workingDays'] as const) {
    const count = (a: DayInput, b: DayInput) => {
      const days = run.functions[name](verifyDay(a), verifyDay(b));
      if (Number.isSafeInteger(days)) return BigInt(days);
      throw new ExpressionFailure('failed', `${name} gave no whole number.`);
    };
    for (const a of ['string', 'Instant']) {
      for (const b of ['string', 'Instant'])
        environment.registerFunction(`${name}(${a}, ${b}): int`, count, SYNCHRONOUS);
    }
  }
}

/** A date so many days later, or earlier; a text `YYYY-MM-DD` like every other date. */
function declareAddDays(environment: Environment, run: EvaluationRun): void {
  const later = (date: string, days: bigint) =>
    verifyDay(run.functions.addDays(verifyDay(date) as string, Number(days)));
  environment.registerFunction('addDays(string, int): string', later, SYNCHRONOUS);
}

function verifyDay(day: DayInput): DayInput {
  if (typeof day === 'string' && !isDate(day)) throw new ExpressionFailure('wrong-value', `“${day}” is not a date.`);
  return day;
}

function declareInState(environment: Environment, run: EvaluationRun, partyType: string): void {
  const inState = (party: RecordView, state: string) =>
    run.functions.inState(inputOf(party) as PartyInput, state) === true;
  environment.registerFunction(`inState(${partyType}, string): bool`, inState, SYNCHRONOUS);
}

/** CEL keeps int and double apart; an administrator who writes `data.survey.rooms + 1` means what it says. */
function declareMixedArithmetic(environment: Environment): void {
  const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
  };
  environment.registerOperator('int == double', (a: bigint, b: number) => Number(a) === b);
  for (const [operator, apply] of Object.entries(operators)) {
    const mixed = (a: bigint | number, b: bigint | number) => apply(Number(a), Number(b));
    environment.registerOperator(`int ${operator} double: double`, mixed);
    environment.registerOperator(`double ${operator} int: double`, mixed);
  }
}
