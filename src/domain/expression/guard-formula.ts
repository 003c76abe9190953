import { expressionKey } from './expression-key.ts';
import { type ExpressionNode, isHas, partsOf, selectedName } from './expression-node.ts';
import { allOf, anyOf, type Formula, holding, negation } from './formula.ts';
import type { Guard } from './guard.ts';
import type { ExpressionScope } from './scope-for.ts';
import type { ScopeType } from './scope-type.ts';
import { staticField, staticType } from './static-type.ts';
import {
  type Comparison,
  type Constant,
  complement,
  type Domain,
  intersection,
  isEmptySet,
  presentValues,
  type ValueSet,
  valuesWhere,
} from './value-set.ts';

/** When a guard is true, and when it is false. What lies between is failing: a name without a value, a division by zero. */
export interface GuardFormula {
  readonly whenTrue: Formula;
  readonly whenFalse: Formula;
}

const NO_LOOPS: ReadonlyMap<string, ScopeType | undefined> = new Map();
/** Statements that one choice may grow to. */
const MAX_SIZE = 2_000;
/** What fails when any of it does, and otherwise is true or false. */
const UNKNOWN: Domain = { kind: 'bool', optional: true };
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};
/** Functions that give a whole number, the same for the same arguments. */
const COUNTS: ReadonlySet<string> = new Set(['days', 'workingDays', 'size']);
const DOMAIN_KINDS: Readonly<Partial<Record<ScopeType['kind'], Domain['kind']>>> = {
  text: 'text',
  date: 'text',
  bool: 'bool',
  int: 'int',
  double: 'double',
};
const ARITHMETIC: Readonly<Record<'+' | '-' | '*', (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};

/** Translates a guard into statements about single names; what it cannot translate becomes a name of its own. */
export function guardFormula(guard: Guard): GuardFormula {
  if ('node' in guard) return translate(guard.node, guard.scope);
  if ('not' in guard) return not(guardFormula(guard.not));
  return 'all' in guard ? conjunction(guard.all.map(guardFormula)) : disjunction(guard.any.map(guardFormula));
}

function translate(node: ExpressionNode, scope: ExpressionScope): GuardFormula {
  const inner = (part: ExpressionNode) => translate(part, scope);
  switch (node.op) {
    case 'value':
      return constant(node.args === true);
    case '&&':
      return conjunction(node.args.map(inner));
    case '||':
      return disjunction(node.args.map(inner));
    case '!_':
      return not(inner(node.args));
    case '?:':
      return choice(node, node.args.map(inner));
    case 'in':
      return membership(node, node.args[0], node.args[1], scope);
    case 'id':
    case '.':
    case '[]':
      return statement(node, scope, (domain) => valuesWhere(domain, '==', 1)) ?? opaque(expressionKey(node));
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '!=':
      return comparison(node, node.op, node.args, scope);
    default:
      return isHas(node) ? presence(node, scope) : opaque(expressionKey(node));
  }
}

function conjunction(parts: readonly GuardFormula[]): GuardFormula {
  return {
    whenTrue: allOf(parts.map((part) => part.whenTrue)),
    whenFalse: anyOf(parts.map((part) => part.whenFalse)),
  };
}

function disjunction(parts: readonly GuardFormula[]): GuardFormula {
  return not(conjunction(parts.map(not)));
}

/** A guard that fails is not made true by `not`. */
function not({ whenTrue, whenFalse }: GuardFormula): GuardFormula {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

/** Choices in the conditions of choices double the statement each time; past a size it is taken as it stands. */
function choice(node: ExpressionNode, [condition, then, otherwise]: readonly GuardFormula[]): GuardFormula {
  if (!condition || !then || !otherwise) return opaque(expressionKey(node));
  const either = (a: Formula, b: Formula) => anyOf([allOf([condition.whenTrue, a]), allOf([condition.whenFalse, b])]);
  const made = {
    whenTrue: either(then.whenTrue, otherwise.whenTrue),
    whenFalse: either(then.whenFalse, otherwise.whenFalse),
  };
  return made.whenTrue.size > MAX_SIZE ? opaque(expressionKey(node)) : made;
}

function comparison(
  node: ExpressionNode,
  operator: Comparison,
  [left, right]: readonly [ExpressionNode, ExpressionNode],
  scope: ExpressionScope,
): GuardFormula {
  const [a, b] = [constantOf(left), constantOf(right)];
  if (a !== undefined && b !== undefined) return constant(compares(a, operator, b));
  const about =
    b !== undefined
      ? statement(left, scope, (domain) => valuesWhere(domain, operator, b))
      : a !== undefined && statement(right, scope, (domain) => valuesWhere(domain, MIRRORED[operator], a));
  if (about) return about;
  // The key of a != b is that of a == b with ! before it.
  return operator === '!=' ? not(opaque(expressionKey(node).slice(1))) : opaque(expressionKey(node));
}

function membership(
  node: ExpressionNode,
  item: ExpressionNode,
  list: ExpressionNode,
  scope: ExpressionScope,
): GuardFormula {
  const items = list.op === 'list' ? list.args : [];
  const isComparable = constantOf(item) !== undefined || domainOf(item, scope) !== undefined;
  // Whether an item is in no list at all still fails when the item has no value: left alone.
  if (items.length === 0 || !isComparable || items.some((one) => constantOf(one) === undefined)) {
    return opaque(expressionKey(node));
  }
  return disjunction(items.map((one) => comparison(node, '==', [item, one], scope)));
}

/** What a name's values being among some means: they are, and every step of the path to it is there. */
function statement(
  node: ExpressionNode,
  scope: ExpressionScope,
  valuesIn: (domain: Domain) => ValueSet,
): GuardFormula | undefined {
  const domain = domainOf(node, scope);
  if (!domain) return undefined;
  const values = valuesIn(domain);
  const others = intersection(domain, complement(domain, values), presentValues(domain));
  const steps = stepsTo(node, scope);
  return {
    whenTrue: allOf([...steps, holds(node, domain, values)]),
    whenFalse: allOf([...steps, holds(node, domain, others)]),
  };
}

/** `has(path)` never fails: it is false exactly when it is not true. */
function presence(node: ExpressionNode, scope: ExpressionScope): GuardFormula {
  const [path] = partsOf(node);
  if (!path) return opaque(expressionKey(node));
  const whenTrue = allOf([...stepsTo(path, scope), isThere(path, scope)]);
  return { whenTrue, whenFalse: negation(whenTrue) };
}

function stepsTo(node: ExpressionNode, scope: ExpressionScope): Formula[] {
  if (node.op !== '.' && node.op !== '[]') return [];
  const [holder] = node.args;
  return [...stepsTo(holder, scope), isThere(holder, scope)];
}

function isThere(node: ExpressionNode, scope: ExpressionScope): Formula {
  const domain = domainOf(node, scope) ?? { kind: 'bool', optional: isOptional(node, scope) };
  return holds(node, domain, presentValues(domain));
}

function holds(node: ExpressionNode, domain: Domain, values: ValueSet): Formula {
  return holding(expressionKey(node), domain, values);
}

/** What cannot be translated: a name of its own, the same wherever it is written the same. */
function opaque(name: string): GuardFormula {
  const being = (value: number) => holding(name, UNKNOWN, valuesWhere(UNKNOWN, '==', value));
  return { whenTrue: being(1), whenFalse: being(0) };
}

/** The domain of a name, or of a count that depends on nothing else; undefined for what is not compared with constants. */
function domainOf(node: ExpressionNode, scope: ExpressionScope): Domain | undefined {
  if (node.op === 'call' || node.op === 'rcall')
    return COUNTS.has(node.args[0]) ? { kind: 'int', optional: true } : undefined;
  if (node.op !== 'id' && node.op !== '.' && node.op !== '[]') return undefined;
  const type = staticType(node, scope, NO_LOOPS);
  const kind = type && DOMAIN_KINDS[type.kind];
  return kind && { kind, optional: isOptional(node, scope) };
}

function isOptional(node: ExpressionNode, scope: ExpressionScope): boolean {
  return isIndexed(node) || staticField(node, scope, NO_LOOPS)?.optional !== false;
}

/** `parties[1]`: there may be no second party. */
function isIndexed(node: ExpressionNode): boolean {
  if (node.op !== '.' && node.op !== '[]') return false;
  return selectedName(node) === undefined || isIndexed(node.args[0]);
}

/** A constant, or arithmetic on constants that stays exact; yes is 1 and no is 0. */
function constantOf(node: ExpressionNode): Constant | undefined {
  if (node.op === 'value') return typeof node.args === 'string' ? node.args : Number(node.args);
  if (node.op === '-_') return exact(constantOf(node.args), (value) => -value);
  if (node.op !== '+' && node.op !== '-' && node.op !== '*') return undefined;
  const [left, right] = [constantOf(node.args[0]), constantOf(node.args[1])];
  const apply = ARITHMETIC[node.op];
  return typeof right === 'number' ? exact(left, (value) => apply(value, right)) : undefined;
}

function exact(value: Constant | undefined, change: (value: number) => number): number | undefined {
  if (typeof value !== 'number') return undefined;
  const changed = change(value);
  return Number.isSafeInteger(value) && Number.isSafeInteger(changed) ? changed : undefined;
}

function compares(a: Constant, comparison: Comparison, b: Constant): boolean {
  const domain: Domain = { kind: typeof a === 'string' ? 'text' : 'double', optional: false };
  return !isEmptySet(intersection(domain, valuesWhere(domain, comparison, b), valuesWhere(domain, '==', a)));
}

function constant(value: boolean): GuardFormula {
  return value ? { whenTrue: allOf([]), whenFalse: anyOf([]) } : { whenTrue: anyOf([]), whenFalse: allOf([]) };
}
