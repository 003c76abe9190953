import type { ExpressionNode, LoopVariables } from './expression-node.ts';
import { loopOf, selectedName } from './expression-node.ts';
import type { ExpressionScope } from './scope-for.ts';
import { BOOL, DATE, type ScopeField, type ScopeType, TEXT, TEXTS } from './scope-type.ts';

/**
 * What a node is, as far as names alone tell: paths, loops over the parties, and choices between those. It knows dates from
 * other texts, which the library's type checker does not; undefined when only that checker can tell.
 */
export function staticType(node: ExpressionNode, scope: ExpressionScope, loops: LoopVariables): ScopeType | undefined {
  switch (node.op) {
    case 'id':
      return loops.has(node.args) ? loops.get(node.args) : scope.variables.fields.get(node.args)?.type;
    case '.':
      return staticField(node, scope, loops)?.type;
    case '[]':
      return staticField(node, scope, loops)?.type ?? itemType(staticType(node.args[0], scope, loops));
    case '?:':
      return commonType(staticType(node.args[1], scope, loops), staticType(node.args[2], scope, loops));
    case 'value':
      return typeof node.args === 'boolean' ? BOOL : undefined;
    case 'list':
      return node.args.some((item) => item.op === 'value' && typeof item.args === 'string') ? TEXTS : undefined;
    case 'call':
      return node.args[0] === 'addDays' ? DATE : undefined;
    default:
      return loopType(node, scope, loops);
  }
}

/** The declared field that a path ends in, with what is known of it. */
export function staticField(
  node: ExpressionNode,
  scope: ExpressionScope,
  loops: LoopVariables,
): ScopeField | undefined {
  if (node.op === 'id') return loops.has(node.args) ? undefined : scope.variables.fields.get(node.args);
  const name = selectedName(node);
  if (name === undefined || (node.op !== '.' && node.op !== '[]')) return undefined;
  const holder = staticType(node.args[0], scope, loops);
  if (holder?.kind === 'address') return { type: TEXT, optional: true };
  return holder?.kind === 'record' ? holder.fields.get(name) : undefined;
}

/** What one item of a list is. */
export function itemType(list: ScopeType | undefined): ScopeType | undefined {
  if (list?.kind === 'records') return list.of;
  return list?.kind === 'texts' ? TEXT : undefined;
}

function loopType(node: ExpressionNode, scope: ExpressionScope, loops: LoopVariables): ScopeType | undefined {
  const loop = loopOf(node);
  if (!loop) return undefined;
  const list = staticType(loop.list, scope, loops);
  if (loop.method === 'filter') return list;
  if (loop.method !== 'map') return BOOL;
  const transform = loop.bodies.at(-1);
  const variable = loop.variable.op === 'id' ? loop.variable.args : '';
  const made = transform && staticType(transform, scope, new Map([...loops, [variable, itemType(list)]]));
  if (made?.kind === 'record') return { kind: 'records', of: made };
  return made && (made.kind === 'text' || made.kind === 'date') ? TEXTS : undefined;
}

/** A choice between a date and a written-out date is a date; between a date and any text, a text. */
function commonType(a: ScopeType | undefined, b: ScopeType | undefined): ScopeType | undefined {
  if (!a || !b) return undefined;
  if (a.kind === b.kind) return a;
  const kinds = new Set([a.kind, b.kind]);
  return kinds.has(DATE.kind) && kinds.has(TEXT.kind) ? TEXT : undefined;
}
