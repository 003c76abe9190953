import type { Evaluation } from '../../../src/domain/expression/compile-expression.ts';
import type { ExpressionError } from '../../../src/domain/expression/expression-failure.ts';
import type { ExpressionInputs } from '../../../src/domain/expression/expression-inputs.ts';
import type { Guard } from '../../../src/domain/expression/guard.ts';

/** Whether a guard lets through, or why it could not tell, in which case it does not. */
export type GuardEvaluation =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly error: ExpressionError };

/**
 * Evaluates a guard with its combinations. A condition that fails stays failed under `not` (it is not turned into a yes); in
 * `all`, one no is enough for no, and in `any`, one yes for yes, whatever else fails.
 */
export function evaluateGuard(guard: Guard, inputs: ExpressionInputs): GuardEvaluation {
  if ('evaluate' in guard) return conditionOf(guard.evaluate(inputs));
  if ('not' in guard) return opposite(evaluateGuard(guard.not, inputs));
  return 'all' in guard ? decide(guard.all, inputs, false) : decide(guard.any, inputs, true);
}

function decide(guards: readonly Guard[], inputs: ExpressionInputs, decisive: boolean): GuardEvaluation {
  let outcome: GuardEvaluation = { ok: true, value: !decisive };
  for (const guard of guards) {
    const one = evaluateGuard(guard, inputs);
    if (one.ok && one.value === decisive) return one;
    if (!one.ok && outcome.ok) outcome = one;
  }
  return outcome;
}

function opposite(evaluation: GuardEvaluation): GuardEvaluation {
  return evaluation.ok ? { ok: true, value: !evaluation.value } : evaluation;
}

function conditionOf(evaluation: Evaluation): GuardEvaluation {
  return evaluation.ok ? { ok: true, value: evaluation.value === true } : evaluation;
}
