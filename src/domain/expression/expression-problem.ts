import type { SourceRange } from '@marcbachmann/cel-js';

/** Why an expression is refused when a definition is checked; the set is closed. */
export type ExpressionProblemCode =
  | 'expression-empty'
  | 'expression-too-long'
  | 'expression-too-complex'
  | 'expression-too-deep'
  | 'expression-syntax'
  | 'forbidden-name'
  | 'forbidden-construct'
  | 'nested-loop'
  | 'literal-expected'
  | 'number-too-large'
  | 'shadowed-name'
  | 'unknown-name'
  | 'unknown-field'
  | 'unknown-function'
  | 'not-a-date'
  | 'wrong-type'
  | 'wrong-result';

/** One thing wrong with an expression, in words an administrator understands, and what to do. */
export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly message: string;
  readonly fix: string;
  /** Which characters of the source it concerns; `end` is exclusive. */
  readonly at?: SourceRange;
}

/** Puts a problem together; `at` is whatever part of the source it concerns. A fix that takes long to find is found when read. */
export function expressionProblem(
  code: ExpressionProblemCode,
  message: string,
  fix: string | (() => string),
  at?: SourceRange,
): ExpressionProblem {
  const where = at ? { at: { start: at.start, end: at.end } } : {};
  if (typeof fix === 'string') return { code, message, fix, ...where };
  return {
    code,
    message,
    get fix() {
      return fix();
    },
    ...where,
  };
}
