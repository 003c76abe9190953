import { FUNCTIONS, METHODS } from './callable-functions.ts';
import { closestName } from './closest-name.ts';
import { EXPRESSION_LIMITS } from './expression-limits.ts';
import { type ExpressionNode, loopOf, partsOf, sourceOf } from './expression-node.ts';
import { type ExpressionProblem, expressionProblem } from './expression-problem.ts';
import { FORBIDDEN_NAMES } from './forbidden-names.ts';
import { withoutTexts } from './without-texts.ts';

/** Everything about the shape of an expression that the subset refuses: size, constructs, calls, numbers, names. */
export function checkStructure(root: ExpressionNode): ExpressionProblem[] {
  const { nodes, depth } = measure(root);
  const tooBig = checkSize(root, nodes, depth);
  return tooBig.length > 0 ? tooBig : [...checkComments(root), ...checkNode(root, false)];
}

function checkComments(root: ExpressionNode): ExpressionProblem[] {
  const start = withoutTexts(root).indexOf('//');
  if (start < 0) return [];
  const at = { start, end: root.input.length };
  return [expressionProblem('forbidden-construct', 'An expression has no comments.', 'Remove what follows //.', at)];
}

function checkSize(root: ExpressionNode, nodes: number, depth: number): ExpressionProblem[] {
  const problems: ExpressionProblem[] = [];
  if (nodes > EXPRESSION_LIMITS.nodes) {
    const message = `The expression has ${nodes} parts; at most ${EXPRESSION_LIMITS.nodes} are allowed.`;
    problems.push(expressionProblem('expression-too-complex', message, 'Split it into several named guards.', root));
  }
  if (depth > EXPRESSION_LIMITS.depth) {
    const message = `The expression is nested ${depth} levels deep; at most ${EXPRESSION_LIMITS.depth} are allowed.`;
    problems.push(expressionProblem('expression-too-deep', message, 'Split it into several named guards.', root));
  }
  return problems;
}

function measure(node: ExpressionNode): { nodes: number; depth: number } {
  let nodes = 1;
  let depth = 0;
  for (const part of partsOf(node)) {
    const measured = measure(part);
    nodes += measured.nodes;
    depth = Math.max(depth, measured.depth - (continuesChain(node, part) ? 1 : 0));
  }
  return { nodes, depth: depth + 1 };
}

/** `a && b && c` reads as one level, and so does the path `a.b.c`. */
function continuesChain(node: ExpressionNode, part: ExpressionNode): boolean {
  if (node.op === '.') return true;
  return part.op === node.op && (node.op === '&&' || node.op === '||' || node.op === '+');
}

function checkNode(node: ExpressionNode, insideLoop: boolean): ExpressionProblem[] {
  const loop = loopOf(node);
  const problems = [...checkOwn(node), ...(loop && insideLoop ? [nestedLoop(node)] : [])];
  if (!loop) return [...problems, ...partsOf(node).flatMap((part) => checkNode(part, insideLoop))];
  return [
    ...problems,
    ...checkNode(loop.variable, insideLoop),
    ...checkNode(loop.list, insideLoop),
    ...loop.bodies.flatMap((body) => checkNode(body, true)),
  ];
}

function checkOwn(node: ExpressionNode): ExpressionProblem[] {
  switch (node.op) {
    case 'value':
      return checkConstant(node.args, node);
    case 'id':
      return checkName(node.args, node);
    case '.':
      return checkName(node.args[1], node);
    case '[]':
      return checkIndex(node.args[1]);
    case 'call':
      return checkCall(node, FUNCTIONS, node.args[0], node.args[1]);
    case 'rcall':
      return checkCall(node, METHODS, node.args[0], node.args[2]);
    case 'list':
      return checkListLiteral(node, node.args.length);
    case 'map':
      return [forbidden(node, 'A record cannot be written out in an expression.', 'Read the fields you need by name.')];
    default:
      return [];
  }
}

function checkConstant(value: unknown, node: ExpressionNode): ExpressionProblem[] {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
      return [];
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? [] : [numberTooLarge(node)];
    default:
      return value === null
        ? [forbidden(node, 'There is no null here.', 'Ask has(…) whether a value is there: has(data.response).')]
        : [
            forbidden(
              node,
              `“${sourceOf(node)}” is not a constant this language has.`,
              'Write a number, "text", true or false.',
            ),
          ];
  }
}

function numberTooLarge(node: ExpressionNode): ExpressionProblem {
  const message = `The number ${shorten(sourceOf(node))} is too large.`;
  return expressionProblem('number-too-large', message, 'Use a number of at most 15 digits.', node);
}

function checkName(name: string, node: ExpressionNode): ExpressionProblem[] {
  if (!FORBIDDEN_NAMES.has(name)) return [];
  return [
    expressionProblem('forbidden-name', `“${name}” is not a name that can be used.`, 'Choose another name.', node),
  ];
}

function checkIndex(index: ExpressionNode): ExpressionProblem[] {
  if (index.op !== 'value') {
    const message = `What stands in […] must be written out, not computed: ${shorten(sourceOf(index))}.`;
    return [expressionProblem('literal-expected', message, 'Write parties[0] or data["my-form"].', index)];
  }
  return typeof index.args === 'string' ? checkName(index.args, index) : [];
}

function checkListLiteral(node: ExpressionNode, length: number): ExpressionProblem[] {
  if (length <= EXPRESSION_LIMITS.listLiteral) return [];
  const message = `The list has ${length} items; at most ${EXPRESSION_LIMITS.listLiteral} are allowed.`;
  return [expressionProblem('expression-too-complex', message, 'Shorten the list.', node)];
}

function checkCall(
  node: ExpressionNode,
  known: typeof FUNCTIONS,
  name: string,
  given: readonly ExpressionNode[],
): ExpressionProblem[] {
  const callable = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!callable) return [unknownFunction(node, known, name)];
  if (!callable.arguments.includes(given.length)) {
    return [
      expressionProblem('wrong-type', `“${name}” is not used like this.`, `Write it like ${callable.usage}.`, node),
    ];
  }
  return checkWrittenOut(name, given);
}

/** What must be a constant text: states, so that they can be verified; searched texts, so that searching is short. */
function checkWrittenOut(name: string, given: readonly ExpressionNode[]): ExpressionProblem[] {
  if (name === 'inState') return checkText(given[1], 'The state', 'inState(party, "served")', 200);
  if (name === 'contains' || name === 'startsWith' || name === 'endsWith') {
    return checkText(given[0], 'The text to look for', METHODS[name]?.usage ?? '', EXPRESSION_LIMITS.searchedText);
  }
  return [];
}

function checkText(
  node: ExpressionNode | undefined,
  what: string,
  usage: string,
  longest: number,
): ExpressionProblem[] {
  if (node?.op === 'value' && typeof node.args === 'string' && node.args.length <= longest) return [];
  const message = `${what} must be written out in quotes, with at most ${longest} characters.`;
  return [expressionProblem('literal-expected', message, `Write it like ${usage}.`, node)];
}

function unknownFunction(node: ExpressionNode, known: typeof FUNCTIONS, name: string): ExpressionProblem {
  const names = Object.keys(known);
  const close = closestName(name, names);
  const fix = close ? `Did you mean “${close}”, as in ${known[close]?.usage}?` : `You can use ${names.join(', ')}.`;
  return expressionProblem('unknown-function', `There is no function “${shorten(name)}” here.`, fix, node);
}

function nestedLoop(node: ExpressionNode): ExpressionProblem {
  const message = 'A loop (all, exists, exists_one, filter, map) cannot stand inside another.';
  return expressionProblem('nested-loop', message, 'Split it into two guards.', node);
}

function forbidden(node: ExpressionNode, message: string, fix: string): ExpressionProblem {
  return expressionProblem('forbidden-construct', message, fix, node);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
