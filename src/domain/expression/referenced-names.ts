import type { CompiledExpression } from './compile-expression.ts';
import {
  type ExpressionNode,
  isHas,
  type Loop,
  type LoopVariables,
  loopOf,
  partsOf,
  selectedName,
  sourceOf,
} from './expression-node.ts';
import type { ScopeType } from './scope-type.ts';
import { itemType, staticField, staticType } from './static-type.ts';

/** One name that an expression reads, at full length: `data.application.amount`, `parties[].servedOn`. */
export interface NameRead {
  readonly name: string;
  /** Some step of the name may have no value when the expression is evaluated. */
  readonly mayBeMissing: boolean;
  /** Wherever the expression reads the name, it has asked first: with `has(…)`, or with `served` for `servedOn`. */
  readonly isAskedFirst: boolean;
}

/** A name compared with a constant text (`==`, `!=`, `in`): a choice, a role, an id that should exist. */
export interface TextCompared {
  readonly name: string;
  readonly text: string;
}

export interface ReferencedNames {
  readonly reads: readonly NameRead[];
  readonly textsCompared: readonly TextCompared[];
  /** The states that `inState` asks for. */
  readonly states: readonly string[];
}

/**
 * Which names an expression reads, for the checker: an expression may fail when one of its names may be missing and is not
 * asked first. Each name stands once.
 */
export function referencedNames(expression: CompiledExpression): ReferencedNames {
  const found: Found = { reads: new Map(), texts: new Map(), states: new Set() };
  visit(expression.node, { expression, loops: new Map(), names: new Map(), there: new Set() }, found);
  return {
    reads: [...found.reads.values()],
    textsCompared: [...found.texts.values()],
    states: [...found.states],
  };
}

interface Found {
  readonly reads: Map<string, NameRead>;
  readonly texts: Map<string, TextCompared>;
  readonly states: Set<string>;
}

/** Where in the expression the visit is. */
interface Place {
  readonly expression: CompiledExpression;
  readonly loops: LoopVariables;
  /** Loop variable → what its items are called: `p` → `parties[]`. */
  readonly names: ReadonlyMap<string, string>;
  /** Names known to have a value here, because a condition before asked. */
  readonly there: ReadonlySet<string>;
}

function visit(node: ExpressionNode, place: Place, found: Found): void {
  const name = nameOf(node, place);
  const loop = loopOf(node);
  if (name !== undefined) noteRead(node, name, place, found);
  else if (loop) visitLoop(loop, place, found);
  else if (node.op === '?:') visitChoice(node.args, place, found);
  else if (node.op === '&&' || node.op === '||') visitInTurn(node.args, node.op === '&&', place, found);
  else if (isHas(node)) visitParts(node, withAsked(place, namesThere(node, true, place)), found);
  else {
    if (node.op === '[]') noteRead(node, sourceOf(node), place, found);
    noteTexts(node, place, found);
    visitParts(node, place, found);
  }
}

function visitParts(node: ExpressionNode, place: Place, found: Found): void {
  for (const part of partsOf(node)) visit(part, place, found);
}

function noteRead(node: ExpressionNode, name: string, place: Place, found: Found): void {
  const before = found.reads.get(name);
  const isAskedFirst = place.there.has(name) && (before?.isAskedFirst ?? true);
  found.reads.set(name, { name, mayBeMissing: mayBeMissing(node, place), isAskedFirst });
}

function visitLoop(loop: Loop, place: Place, found: Found): void {
  visit(loop.list, place, found);
  const inner = insideLoop(loop, place);
  // map(p, condition, value): the value is asked for only where the condition is true.
  visitInTurn(loop.bodies, true, inner, found);
}

function insideLoop(loop: Loop, place: Place): Place {
  const variable = loop.variable.op === 'id' ? loop.variable.args : '';
  const items = itemType(staticType(loop.list, place.expression.scope, place.loops));
  const inner: Place = {
    ...place,
    loops: new Map([...place.loops, [variable, items]]),
    names: new Map([...place.names, [variable, `${listName(loop.list, place)}[]`]]),
  };
  return withAsked(inner, namesOfFiltered(loop.list, place));
}

/** `parties.filter(p, p.served)` holds only parties of whom the condition is true. */
function namesOfFiltered(list: ExpressionNode, place: Place): string[] {
  const filter = loopOf(list);
  if (filter?.method !== 'filter') return [];
  const inner = insideLoop(filter, place);
  return [...namesOfFiltered(filter.list, place), ...filter.bodies.flatMap((body) => namesThere(body, true, inner))];
}

/** What a list's items are called after: `parties.filter(…)` still holds `parties`; what `map` makes is a list of its own. */
function listName(list: ExpressionNode, place: Place): string {
  const inner = loopOf(list);
  if (inner?.method === 'filter') return listName(inner.list, place);
  return nameOf(list, place) ?? sourceOf(list);
}

function visitChoice(
  [condition, then, otherwise]: readonly [ExpressionNode, ExpressionNode, ExpressionNode],
  place: Place,
  found: Found,
): void {
  visit(condition, place, found);
  visit(then, withAsked(place, namesThere(condition, true, place)), found);
  visit(otherwise, withAsked(place, namesThere(condition, false, place)), found);
}

/** In `a && b`, b matters only where a is true; in `a || b`, only where a is false. */
function visitInTurn(parts: readonly ExpressionNode[], goesOnWhen: boolean, place: Place, found: Found): void {
  let here = place;
  for (const part of parts) {
    visit(part, here, found);
    here = withAsked(here, namesThere(part, goesOnWhen, here));
  }
}

function withAsked(place: Place, names: readonly string[]): Place {
  return names.length === 0 ? place : { ...place, there: new Set([...place.there, ...names]) };
}

/** The names that certainly have a value where this condition is true (or false). */
function namesThere(condition: ExpressionNode, isTrue: boolean, place: Place): string[] {
  if (condition.op === '!_') return namesThere(condition.args, !isTrue, place);
  if (condition.op === (isTrue ? '&&' : '||'))
    return partsOf(condition).flatMap((part) => namesThere(part, isTrue, place));
  if (!isTrue) return [];
  if (isHas(condition)) return partsOf(condition).flatMap((asked) => stepsOf(asked, place));
  return dayOfService(condition, place);
}

/** The day of service is known exactly when there was service. */
function dayOfService(condition: ExpressionNode, place: Place): string[] {
  const name = nameOf(condition, place);
  if (name === undefined || selectedName(condition) !== 'served') return [];
  return partsOf(condition)
    .filter((holder) => isParty(staticType(holder, place.expression.scope, place.loops)))
    .map((holder) => `${nameOf(holder, place)}.servedOn`);
}

function isParty(type: ScopeType | undefined): boolean {
  return type?.kind === 'record' && type.label === 'party';
}

function stepsOf(node: ExpressionNode, place: Place): string[] {
  const name = nameOf(node, place);
  if (name === undefined) return [];
  return node.op === '.' || node.op === '[]' ? [...stepsOf(node.args[0], place), name] : [name];
}

/** What a path is called at full length; undefined for what is no path, such as a loop or the first item of one. */
function nameOf(node: ExpressionNode, place: Place): string | undefined {
  if (node.op === 'id') return place.names.get(node.args) ?? node.args;
  if (node.op !== '.' && node.op !== '[]') return undefined;
  const holder = nameOf(node.args[0], place);
  if (holder === undefined) return undefined;
  return node.op === '[]' && selectedName(node) === undefined
    ? `${holder}[${sourceOf(node.args[1])}]`
    : `${holder}.${selectedName(node)}`;
}

function mayBeMissing(node: ExpressionNode, place: Place): boolean {
  if (node.op !== '.' && node.op !== '[]') return false;
  if (mayBeMissing(node.args[0], place)) return true;
  if (selectedName(node) === undefined) return true;
  return staticField(node, place.expression.scope, place.loops)?.optional !== false;
}

function noteTexts(node: ExpressionNode, place: Place, found: Found): void {
  if (node.op === 'call' && node.args[0] === 'inState') {
    for (const state of node.args[1].flatMap(textsIn)) found.states.add(state);
  }
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return;
  const names = node.args.flatMap((side) => nameOf(side, place) ?? []);
  for (const text of node.args.flatMap(textsIn)) {
    for (const name of names) found.texts.set(JSON.stringify([name, text]), { name, text });
  }
}

function textsIn(node: ExpressionNode): string[] {
  if (node.op === 'list') return node.args.flatMap(textsIn);
  return node.op === 'value' && typeof node.args === 'string' ? [node.args] : [];
}
