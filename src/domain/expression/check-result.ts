import { typeInWords } from './explain-type-error.ts';
import type { ExpressionNode } from './expression-node.ts';
import { type ExpressionProblem, expressionProblem } from './expression-problem.ts';
import { isDate } from './read-plain.ts';
import type { ExpressionScope } from './scope-for.ts';
import { staticType } from './static-type.ts';

/** What an expression is for: a guard, the basis of a deadline, or a value to keep. */
export type ExpectedResult = 'condition' | 'date' | 'value';

const PLAIN_RESULT = /^(bool|int|double|string|Instant|map<string, string>|list<(bool|int|double|string)>)$/;

/** Refuses an expression whose result is of no use where it stands; undefined when it will do. */
export function checkResult(
  node: ExpressionNode,
  scope: ExpressionScope,
  expected: ExpectedResult,
  type: string,
  labels: ReadonlyMap<string, string>,
): ExpressionProblem | undefined {
  const given = typeInWords(type, labels);
  if (expected === 'condition' && type !== 'bool') {
    const fix = 'Compare it with a value: data.application.amount > 0.';
    return expressionProblem('wrong-result', `A condition must be yes or no, but this gives ${given}.`, fix, node);
  }
  if (expected === 'date' && !givesDate(node, scope)) {
    const fix = 'Name a date field, such as party.servedOn, or now.';
    return expressionProblem('wrong-result', `A date is needed here, but this gives ${given}.`, fix, node);
  }
  if (expected === 'value' && !PLAIN_RESULT.test(type)) {
    return expressionProblem('wrong-result', `This gives ${given}, which cannot be kept.`, 'Name one field.', node);
  }
  return undefined;
}

/** Whether a node is a date, or now: by its names, for to the library's type checker a date is a text like others. */
export function givesDate(node: ExpressionNode, scope: ExpressionScope): boolean {
  if (node.op === '?:') return givesDate(node.args[1], scope) && givesDate(node.args[2], scope);
  if (node.op === 'value') return typeof node.args === 'string' && isDate(node.args);
  const kind = staticType(node, scope, new Map())?.kind;
  return kind === 'date' || kind === 'instant';
}
