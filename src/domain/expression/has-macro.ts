import type { Environment } from '@marcbachmann/cel-js';
import { type ExpressionNode, selectedName } from './expression-node.ts';

/** What the library hands a macro; its declarations leave these out. */
interface Checker {
  check(node: ExpressionNode, context: unknown): unknown;
  getType(name: string): unknown;
}
interface Evaluator {
  run(node: ExpressionNode, context: unknown): unknown;
}
interface HasMacro {
  readonly path: ExpressionNode;
  readonly root: ExpressionNode;
  readonly names: readonly string[];
}

const MISSING: ReadonlySet<string> = new Set(['unknown_variable', 'no_such_key', 'index_out_of_bounds']);

/**
 * `has(data.response.amount)`: true when every step of the path is there, false when any is not. CEL's own fails when
 * `data.response` is missing, and lets a misspelt name pass.
 */
export function declareHas(environment: Environment): void {
  environment.registerFunction(
    'hAs(ast): bool',
    ({ args }: { args: [ExpressionNode] }) => ({ ...pathOf(args[0]), async: false, typeCheck, evaluate }),
    { async: false },
  );
}

function pathOf(path: ExpressionNode): HasMacro {
  const names: string[] = [];
  let root = path;
  for (let name = selectedName(root); name !== undefined; name = selectedName(root)) {
    names.unshift(name);
    root = (root.args as [ExpressionNode, unknown])[0];
  }
  return { path, root, names };
}

function typeCheck(checker: Checker, macro: HasMacro, context: unknown): unknown {
  checker.check(macro.path, context);
  return checker.getType('bool');
}

function evaluate(evaluator: Evaluator, macro: HasMacro, context: unknown): boolean {
  let value = rootValue(evaluator, macro.root, context);
  if (value === undefined) return false;
  for (const name of macro.names) {
    value = value instanceof Map ? value.get(name) : (value as Record<string, unknown>)[name];
    if (value === undefined) return false;
  }
  return true;
}

/** `party` in an event of nobody's, the second of a case's only party: not there, like any other step. */
function rootValue(evaluator: Evaluator, root: ExpressionNode, context: unknown): unknown {
  try {
    return evaluator.run(root, context);
  } catch (error) {
    if (error instanceof Error && 'code' in error && MISSING.has(String(error.code))) return undefined;
    throw error;
  }
}
