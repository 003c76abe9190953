import type { ParseResult } from '@marcbachmann/cel-js';
import type { FieldType } from '../definition/form-schema.ts';
import { checkNames } from './check-names.ts';
import { checkResult, type ExpectedResult } from './check-result.ts';
import { checkStructure } from './check-structure.ts';
import { OWN_NAMES } from './declare-functions.ts';
import { explainEvaluationError } from './explain-evaluation-error.ts';
import { explainSyntaxError } from './explain-syntax-error.ts';
import { explainTypeError } from './explain-type-error.ts';
import type { ExpressionError } from './expression-failure.ts';
import type { ExpressionInputs } from './expression-inputs.ts';
import { EXPRESSION_LIMITS } from './expression-limits.ts';
import type { ExpressionNode } from './expression-node.ts';
import { type ExpressionProblem, expressionProblem } from './expression-problem.ts';
import { type ExpressionValue, expressionValue } from './expression-value.ts';
import { keptAs } from './kept-as.ts';
import { environmentOf, type ScopeEnvironment } from './scope-environment.ts';
import type { ExpressionScope } from './scope-for.ts';
import { withoutTexts } from './without-texts.ts';

/** What evaluating gives: a value, or why there is none. An error denies: whoever asked a guard takes it as no. */
export type Evaluation =
  | { readonly ok: true; readonly value: ExpressionValue }
  | { readonly ok: false; readonly error: ExpressionError };

/** An expression that passed every check; evaluating it never throws. */
export interface CompiledExpression {
  readonly source: string;
  readonly scope: ExpressionScope;
  readonly expected: ExpectedResult;
  readonly node: ExpressionNode;
  /** The kind of field that a `set` of this value makes, where no form declares it. */
  readonly keptAs: FieldType | undefined;
  readonly evaluate: (inputs: ExpressionInputs) => Evaluation;
}

/**
 * Compiles one expression of a definition, or says everything that is wrong with it.
 *
 * The language is a subset of CEL: names, `. []`, `! - + * / % < <= > >= == != in && || ?:`, lists, loops over lists
 * (`all exists exists_one filter map`, not one inside another), and the functions of `callable-functions.ts`.
 *
 * - Dates are texts `YYYY-MM-DD`: `<`, `==` order them; `days(a, b)` counts between them and `now`.
 * - Money and whole numbers are int, `number` fields double; the two mix freely. `7 / 2` is 3, `7.0 / 2` is 3.5.
 * - What is absent (a form not filled in, an answer left open, null) has no value: using it is an error, so a guard refuses,
 *   and so does its negation. `has(data.response)` and `has(data.response.amount)` ask first; neither ever fails on a
 *   missing step. `a || b` is true when either is, though the other fail; `a && b` false when either is.
 * - Whole numbers go in and come out as JSON numbers; what does not fit in one exactly is an error.
 *
 * @param expected `condition` (default): true or false, for guards, `when`, `if`, `showIf`. `date`: a date or `now`, for a
 * deadline's basis. `value`: any value that JSON can hold, for `set`.
 * @example
 * const guard = compileExpression('data.application.amount <= 500000', scope);
 * if (Array.isArray(guard)) return guard; // problems: code, sentence, fix
 * guard.evaluate({ data: { application: { amount: 120_000 } }, functions }); // { ok: true, value: true }
 */
export function compileExpression(
  source: string,
  scope: ExpressionScope,
  expected: ExpectedResult = 'condition',
): CompiledExpression | ExpressionProblem[] {
  const environment = environmentOf(scope);
  const node = parseNode(source, environment);
  if (!('op' in node)) return [node];
  const problems = [...checkStructure(node), ...checkNames(node, scope)];
  if (problems.length > 0) return problems;
  const program = environment.parse(withOwnNames(node));
  const type = program.check();
  if (!type.valid) return [explainTypeError(type.error, source, environment.labels)];
  const given = type.type ?? '';
  const wrongResult = checkResult(node, scope, expected, given, environment.labels);
  if (wrongResult) return [wrongResult];
  return {
    source,
    scope,
    expected,
    node,
    keptAs: keptAs(given, node, scope),
    evaluate: evaluator(source, program, environment, expected),
  };
}

function parseNode(source: string, environment: ScopeEnvironment): ExpressionNode | ExpressionProblem {
  const most = EXPRESSION_LIMITS.sourceLength;
  if (source.length > most) {
    const message = `The expression has ${source.length} characters; at most ${most} are allowed.`;
    return expressionProblem('expression-too-long', message, 'Split it into several named guards.');
  }
  if (source.trim() === '')
    return expressionProblem('expression-empty', 'The expression is empty.', 'Write it, or leave it out.');
  try {
    return environment.parse(source).ast;
  } catch (error) {
    return explainSyntaxError(source, error);
  }
}

/** The source with the subset's own `has`, `size` and `contains` in place of the library's; see `OWN_NAMES`. */
function withOwnNames(node: ExpressionNode): string {
  let source = node.input;
  for (const call of withoutTexts(node).matchAll(/\b(has|size|contains)(?=\s*\()/g)) {
    source = source.slice(0, call.index) + OWN_NAMES[call[0]] + source.slice(call.index + call[0].length);
  }
  return source;
}

function evaluator(
  source: string,
  program: ParseResult,
  { run, InputsView }: ScopeEnvironment,
  expected: ExpectedResult,
): CompiledExpression['evaluate'] {
  return (inputs) => {
    try {
      const value: unknown = run.during(inputs.functions, () => program(new InputsView(inputs)));
      return { ok: true, value: typeof value === 'boolean' ? value : expressionValue(value, expected) };
    } catch (error) {
      return { ok: false, error: explainEvaluationError(error, source) };
    }
  };
}
