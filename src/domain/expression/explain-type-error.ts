import { FUNCTIONS, METHODS } from './callable-functions.ts';
import { OWN_NAMES } from './declare-functions.ts';
import type { ExpressionNode } from './expression-node.ts';
import { type ExpressionProblem, expressionProblem } from './expression-problem.ts';

/** The library's name of a type → an administrator's. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  double: 'a number',
  bool: 'yes or no',
  Instant: 'the present moment',
  type: 'the name of a type',
};

interface TypeErrorOfLibrary extends Error {
  readonly code: string;
  readonly summary: string;
  readonly node?: ExpressionNode;
}

/** Puts an error of the library's type checker into words; `source` is what the administrator wrote. */
export function explainTypeError(
  error: Error | undefined,
  source: string,
  labels: ReadonlyMap<string, string>,
): ExpressionProblem {
  const { code, summary, node } = error as TypeErrorOfLibrary;
  const where = node ? ` in “${shorten(source.slice(node.start, node.end))}”` : '';
  if (code === 'no_such_overload') return explainOperator(summary, where, node, labels);
  if (code === 'no_matching_overload') return explainCall(node, where);
  if (code === 'invalid_condition_type' || code === 'invalid_logical_operand') {
    return wrongType(
      `Something that must be yes or no is not${where}.`,
      'Compare it with a value: data.application.amount > 0.',
      node,
    );
  }
  if (code === 'incompatible_ternary_branches') {
    const fix = summary.includes('Instant')
      ? 'A date and now are not alike: give a date on both sides.'
      : 'Give both the same kind.';
    return wrongType(`The two outcomes of “… ? … : …” are of different kinds${where}.`, fix, node);
  }
  if (code === 'heterogeneous_list_element') {
    return wrongType(`The items of a list are of different kinds${where}.`, 'Give all items the same kind.', node);
  }
  return wrongType(`The parts do not fit together${where}.`, 'Check what each name holds.', node);
}

/** What a type of the library is called in sentences. */
export function typeInWords(type: string, labels: ReadonlyMap<string, string>): string {
  const label = labels.get(type);
  if (label) return `all of “${label}”`;
  if (type.startsWith('list')) return 'a list';
  return type.startsWith('map') ? 'an address' : (TYPE_WORDS[type] ?? 'something else');
}

function explainOperator(
  summary: string,
  where: string,
  node: ExpressionNode | undefined,
  labels: ReadonlyMap<string, string>,
): ExpressionProblem {
  const operator = node ? node.op.replace('_', '') : '';
  const types = typesIn(summary, operator);
  const words = types.map((type) => typeInWords(type, labels));
  const message = `“${operator}” does not work with ${words.join(' and ')}${where}.`;
  return wrongType(message, fixFor(operator, types), node);
}

function typesIn(summary: string, operator: string): string[] {
  const written = summary.slice(summary.indexOf(':') + 1).trim();
  const parts = written.split(` ${operator} `);
  return parts.length === 2 ? parts : [written.replace(/^[!-]/, '')];
}

function fixFor(operator: string, types: readonly string[]): string {
  const [left = '', right = ''] = types;
  if (types.includes('Instant')) return 'Count days instead: days(party.servedOn, now) > 14.';
  if (operator === '-' && types.length === 1) return 'Write - before a number.';
  if (operator === '!') return 'Write ! before something that is yes or no.';
  if (operator === 'in' && !right.startsWith('list'))
    return "Write a list on the right: data.response.position in ['agree', 'disagree'].";
  if (operator === 'in' && left === 'double') return 'Write the items with a decimal point: [1.0, 2.0].';
  if (left.startsWith('Record') || right.startsWith('Record')) return 'Name one field of it.';
  if (types.includes('string')) return 'Texts stand in quotes, numbers without; compare like with like.';
  return 'Compare like with like.';
}

function explainCall(node: ExpressionNode | undefined, where: string): ExpressionProblem {
  const called = node?.op === 'call' || node?.op === 'rcall' ? node.args[0] : '';
  const name = Object.keys(OWN_NAMES).find((known) => OWN_NAMES[known] === called) ?? called;
  const callable = node?.op === 'rcall' ? METHODS[name] : FUNCTIONS[name];
  const fix = callable ? `Write it like ${callable.usage}.` : 'Check what you give it.';
  return wrongType(`“${name}” cannot be used with this${where}.`, fix, node);
}

function wrongType(message: string, fix: string, node: ExpressionNode | undefined): ExpressionProblem {
  return expressionProblem('wrong-type', message, fix, node);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
