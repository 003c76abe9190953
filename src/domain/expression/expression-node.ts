import type { ASTNode } from '@marcbachmann/cel-js';
import type { ScopeType } from './scope-type.ts';

export type ExpressionNode = ASTNode;

/** A loop over a list, `parties.exists(p, p.served)`. */
export interface Loop {
  readonly method: string;
  readonly list: ExpressionNode;
  readonly variable: ExpressionNode;
  readonly bodies: readonly ExpressionNode[];
}

/** What the variables of the loops around a node are; undefined when only the library's type checker knows. */
export type LoopVariables = ReadonlyMap<string, ScopeType | undefined>;

const LOOP_ARGUMENTS: Readonly<Record<string, readonly number[]>> = {
  all: [2],
  exists: [2],
  exists_one: [2],
  filter: [2],
  map: [2, 3],
};

/** The parts that a node is made of, in the order they are written. */
export function partsOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case '!_':
    case '-_':
      return [node.args];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    default:
      return node.args;
  }
}

/** The loop that a node is, if it is one. */
export function loopOf(node: ExpressionNode): Loop | undefined {
  if (node.op !== 'rcall') return undefined;
  const [method, list, [variable, ...bodies]] = node.args;
  if (!variable || !Object.hasOwn(LOOP_ARGUMENTS, method)) return undefined;
  return LOOP_ARGUMENTS[method]?.includes(bodies.length + 1) ? { method, list, variable, bodies } : undefined;
}

/** The name that `a.b` and `a['b']` select, when it is written out. */
export function selectedName(node: ExpressionNode): string | undefined {
  if (node.op === '.') return node.args[1];
  if (node.op !== '[]') return undefined;
  const [, index] = node.args;
  return index.op === 'value' && typeof index.args === 'string' ? index.args : undefined;
}

/** Whether a node is the call `has(…)`. */
export function isHas(node: ExpressionNode): node is Extract<ASTNode, { op: 'call' }> {
  return node.op === 'call' && node.args[0] === 'has';
}

/** The characters of the source that a node was read from, for sentences. */
export function sourceOf(node: ExpressionNode): string {
  return node.input.slice(node.start, node.end);
}
