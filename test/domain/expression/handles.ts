import { expect } from 'vitest';
import { compileExpression } from '../../../src/domain/expression/compile-expression.ts';
import type { ExpressionInputs } from '../../../src/domain/expression/expression-inputs.ts';
import { truthOf } from '../../../src/domain/expression/guard-truth.ts';
import { referencedNames } from '../../../src/domain/expression/referenced-names.ts';
import { smallClaims } from './expression-world.ts';

/** Compiles as every kind, evaluates, and asks the checker's questions; nothing may throw. */
export function handles(source: string, inputs: ExpressionInputs): void {
  for (const expected of ['condition', 'date', 'value'] as const) {
    const expression = compileExpression(source, smallClaims, expected);
    if (Array.isArray(expression)) {
      expect(expression.length).toBeGreaterThan(0);
      for (const { message, fix } of expression) expect(message && fix).toBeTruthy();
    } else {
      expect(JSON.stringify(expression.evaluate(inputs))).toBeTypeOf('string');
      truthOf(expression);
      referencedNames(expression);
    }
  }
}
