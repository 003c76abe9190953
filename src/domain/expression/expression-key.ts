import { type ExpressionNode, partsOf } from './expression-node.ts';

/** A text that two nodes share only when they say the same: spaces and brackets do not count, `a == b` is `b == a`, `a < b` is `b > a`, `a.b` is `a["b"]`. */
export function expressionKey(node: ExpressionNode): string {
  const parts = partsOf(node).map(expressionKey);
  switch (node.op) {
    case 'value':
      return constantKey(node.args);
    case 'id':
      return node.args;
    case '.':
      return `${parts[0]}[${JSON.stringify(node.args[1])}]`;
    case '[]':
      return `${parts[0]}[${parts[1]}]`;
    case '==':
      return `(${parts.sort().join(' == ')})`;
    case '!=':
      return `!(${parts.sort().join(' == ')})`;
    case '<':
    case '<=':
      return `(${parts.join(` ${node.op} `)})`;
    case '>':
      return `(${parts.reverse().join(' < ')})`;
    case '>=':
      return `(${parts.reverse().join(' <= ')})`;
    case 'call':
    case 'rcall':
      return `${node.args[0]}(${parts.join(', ')})`;
    default:
      return `(${node.op} ${parts.join(', ')})`;
  }
}

function constantKey(value: unknown): string {
  // A decimal and a whole number are not the same to arithmetic: 7 / 2 is not 7.0 / 2.
  return typeof value === 'number'
    ? `double(${value})`
    : typeof value === 'bigint'
      ? `${value}`
      : JSON.stringify(value);
}
