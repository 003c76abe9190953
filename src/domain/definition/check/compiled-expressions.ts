import type { ExpectedResult } from '../../expression/check-result.ts';
import { type CompiledExpression, compileExpression } from '../../expression/compile-expression.ts';
import type { ExpressionProblem } from '../../expression/expression-problem.ts';
import type { ExpressionScope } from '../../expression/scope-for.ts';
import { expressionScopes, pageScopes } from '../../process/expression-scopes.ts';
import { oncePer } from '../once-per.ts';
import type { Definition } from '../schema.ts';

type Compiled = CompiledExpression | ExpressionProblem[];

/** Compiles the expressions of one definition, each once for each kind of event that it meets. */
export interface Expressions {
  /** `event` is the name of the event in whose step it runs; empty: none that brings answers. */
  inStepOf(event: string, source: string, expected: ExpectedResult): Compiled;
  /** A page's `showIf`: sees the answers of its form. */
  onPageOf(form: string, source: string): Compiled;
}

export const expressionsOf = oncePer((definition: Definition): Expressions => {
  const scopeOf = expressionScopes(definition);
  const kept = new Map<string, Compiled>();
  const compile = (key: string, scope: ExpressionScope, source: string, expected: ExpectedResult) => {
    const name = `${expected}\n${key}\n${source}`;
    const known = kept.get(name) ?? compileExpression(source, scope, expected);
    kept.set(name, known);
    return known;
  };
  const pageScope = pageScopes(definition);
  return {
    inStepOf: (event, source, expected) => {
      const { key, scope } = scopeOf(event);
      return compile(key, scope, source, expected);
    },
    onPageOf: (form, source) => compile(`page ${form}`, pageScope(form), source, 'condition'),
  };
});
