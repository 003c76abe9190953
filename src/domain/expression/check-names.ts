import { closestName } from './closest-name.ts';
import {
  type ExpressionNode,
  isHas,
  type LoopVariables,
  loopOf,
  partsOf,
  selectedName,
  sourceOf,
} from './expression-node.ts';
import { type ExpressionProblem, expressionProblem } from './expression-problem.ts';
import { FORBIDDEN_NAMES } from './forbidden-names.ts';
import { isDate } from './read-plain.ts';
import type { ExpressionScope } from './scope-for.ts';
import type { RecordType } from './scope-type.ts';
import { itemType, staticType } from './static-type.ts';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
/** How many of the names that would do are listed in a sentence. */
const NAMES_LISTED = 8;

/** Every misspelt name and every date that is none, at once; the library's type checker stops at the first. */
export function checkNames(root: ExpressionNode, scope: ExpressionScope): ExpressionProblem[] {
  return checkNode(root, scope, new Map());
}

function checkNode(node: ExpressionNode, scope: ExpressionScope, loops: LoopVariables): ExpressionProblem[] {
  const loop = loopOf(node);
  const own = checkOwn(node, scope, loops);
  if (loop?.variable.op !== 'id') {
    return [...own, ...partsOf(node).flatMap((part) => checkNode(part, scope, loops))];
  }
  const variable = loop.variable.args;
  const inner = new Map([...loops, [variable, itemType(staticType(loop.list, scope, loops))]]);
  return [
    ...own,
    ...(scope.variables.fields.has(variable) ? [shadowed(loop.variable, variable)] : []),
    ...checkNode(loop.list, scope, loops),
    ...loop.bodies.flatMap((body) => checkNode(body, scope, inner)),
  ];
}

function checkOwn(node: ExpressionNode, scope: ExpressionScope, loops: LoopVariables): ExpressionProblem[] {
  if (node.op === 'id') {
    const isKnown = loops.has(node.args) || scope.variables.fields.has(node.args) || FORBIDDEN_NAMES.has(node.args);
    return isKnown ? [] : [unknownName(node, node.args, scope)];
  }
  if (node.op === '.' || node.op === '[]') return checkField(node, scope, loops);
  if (isHas(node)) return checkHas(node);
  if (COMPARISONS.has(node.op)) return checkDates(node, scope, loops);
  return [];
}

function checkField(node: ExpressionNode, scope: ExpressionScope, loops: LoopVariables): ExpressionProblem[] {
  const name = selectedName(node);
  const [holderNode] = partsOf(node);
  const holder = holderNode && staticType(holderNode, scope, loops);
  if (!holder || (name !== undefined && FORBIDDEN_NAMES.has(name))) return [];
  if (holder.kind === 'address') return name === undefined ? [unnamedLine(node)] : [];
  if (name === undefined) return [];
  if (holder.kind !== 'record') return [noParts(node, sourceOf(holderNode), name, holder.kind)];
  if (holder.fields.has(name)) return [];
  return [unknownField(node, holder, name)];
}

function unknownName(node: ExpressionNode, name: string, scope: ExpressionScope): ExpressionProblem {
  const fix = () => suggest(name, [...scope.variables.fields.keys()]);
  return expressionProblem('unknown-name', `There is nothing called “${name}” here.`, fix, node);
}

function unknownField(node: ExpressionNode, { label, fields }: RecordType, name: string): ExpressionProblem {
  const fix = () => {
    const names = [...fields.keys()];
    const hyphenated = names.find((known) => known.startsWith(`${name}-`));
    return hyphenated ? `A name with a hyphen is written ${label}["${hyphenated}"].` : suggest(name, names);
  };
  return expressionProblem('unknown-field', `“${label}” has no “${name}”.`, fix, node);
}

function noParts(node: ExpressionNode, holder: string, name: string, kind: string): ExpressionProblem {
  const message = `“${holder}” has no “${name}”: it is ${kind === 'records' ? 'a list' : 'a single value'}.`;
  const fix =
    kind === 'records' ? `Ask about its items: ${holder}.exists(p, p.${name} == …).` : `Use “${holder}” itself.`;
  return expressionProblem('unknown-field', message, fix, node);
}

function unnamedLine(node: ExpressionNode): ExpressionProblem {
  const message = 'The lines of an address have names, not numbers.';
  return expressionProblem('unknown-field', message, 'Write it like data.application.home.city.', node);
}

function suggest(name: string, names: string[]): string {
  const close = closestName(name, names);
  const listed = names.slice(0, NAMES_LISTED).join(', ') + (names.length > NAMES_LISTED ? '…' : '');
  const known = names.length > 0 ? `It can be ${listed}.` : 'There are none here.';
  return close ? `Did you mean “${close}”? ${known}` : known;
}

function shadowed(node: ExpressionNode, name: string): ExpressionProblem {
  const message = `“${name}” already means something here, so a loop cannot use it for its items.`;
  return expressionProblem('shadowed-name', message, 'Choose another name, such as p.', node);
}

function checkHas(node: ExpressionNode): ExpressionProblem[] {
  const [asked] = partsOf(node);
  if (asked && selectedName(asked) !== undefined) return [];
  const message = 'has(…) asks whether a form or an answer is there.';
  return [expressionProblem('wrong-type', message, 'Write it like has(data.response) or has(party.servedOn).', node)];
}

/** A date compared with `'1 March'` would compare letters. */
function checkDates(node: ExpressionNode, scope: ExpressionScope, loops: LoopVariables): ExpressionProblem[] {
  const sides = partsOf(node);
  if (!sides.some((side) => staticType(side, scope, loops)?.kind === 'date')) return [];
  return sides.flatMap((side) => {
    if (side.op !== 'value' || typeof side.args !== 'string' || isDate(side.args)) return [];
    const message = `“${side.args}” is not a date, and it is compared with one.`;
    return [expressionProblem('not-a-date', message, 'Write dates as "2026-03-01".', side)];
  });
}
