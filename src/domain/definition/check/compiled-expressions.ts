import type { ExpectedResult } from '../../expression/check-result.ts';
import { type CompiledExpression, compileExpression } from '../../expression/compile-expression.ts';
import type { ExpressionProblem } from '../../expression/expression-problem.ts';
import type { ExpressionScope } from '../../expression/scope-for.ts';
import { expressionScopes, pageScopes } from '../../process/expression-scopes.ts';
import { oncePer } from '../once-per.ts';
import type { Definition } from '../schema.ts';

type Compiled = CompiledExpression | ExpressionProblem[];

/** Compiles the expressions of one definition, each once; one that reads the event, for each form that events bring. */
export interface Expressions {
  /** `event` is the name of the event in whose step it runs; empty: none that brings answers. */
  inStepOf(event: string, source: string, expected: ExpectedResult): Compiled;
  /** A page's `showIf`: sees the answers of its form. */
  onPageOf(form: string, source: string): Compiled;
}

export const expressionsOf = oncePer((definition: Definition): Expressions => {
  const scopeOf = expressionScopes(definition);
  const pageScope = pageScopes(definition);
  const kept = new Map<string, Map<string, Compiled>>();
  const compile = (key: string, scope: ExpressionScope, source: string, expected: ExpectedResult) => {
    const shelf = kept.get(`${expected} ${key}`) ?? new Map<string, Compiled>();
    kept.set(`${expected} ${key}`, shelf);
    const known = shelf.get(source) ?? compileExpression(source, scope, expected);
    shelf.set(source, known);
    return known;
  };
  return {
    inStepOf: (event, source, expected) => {
      const { key, scope } = scopeOf(mayReadEvent(source) ? event : '');
      return compile(key, scope, source, expected);
    },
    onPageOf: (form, source) => compile(`page ${form}`, pageScope(form), source, 'condition'),
  };
});

/** Whether an expression may read what an event brings; if not, it is the same in every step. */
export function mayReadEvent(source: string): boolean {
  return /\b(event|form)\b/.test(source);
}
