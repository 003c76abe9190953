import { type ExpressionNode, partsOf } from './expression-node.ts';

/** The source with every text constant blanked out, character for character: what is left can be searched for words. */
export function withoutTexts(root: ExpressionNode): string {
  let source = root.input;
  for (const { start, end } of textsIn(root)) {
    source = source.slice(0, start) + ' '.repeat(end - start) + source.slice(end);
  }
  return source;
}

function textsIn(node: ExpressionNode): ExpressionNode[] {
  if (node.op === 'value') return typeof node.args === 'string' ? [node] : [];
  return partsOf(node).flatMap(textsIn);
}
