import { type ExpressionProblem, expressionProblem } from './expression-problem.ts';

/** Mistakes that have one likely meaning: what stands where the parser stopped → what to write. */
const LIKELY: readonly (readonly [RegExp, string])[] = [
  [/^=[<>]/, 'Write <= or >=.'],
  [/^=/, 'Use == to compare.'],
  [/^&/, 'Use && for “and”.'],
  [/^\|/, 'Use || for “or”.'],
  [/^and\b/i, 'Use && for “and”.'],
  [/^or\b/i, 'Use || for “or”.'],
  [/^(is|equals)\b/i, 'Use == to compare.'],
  [/^[“”„«»‘’`]/, "Use straight quotes: 'text'."],
  [/^[€$£]/, 'Write money in cents, without a sign: 5000 is 50 dollars.'],
  [/^;/, 'An expression has no semicolon.'],
];

interface Unparsed {
  readonly code: string;
  readonly range?: { readonly start: number; readonly end: number };
}

/** Puts a parser's error into words. */
export function explainSyntaxError(source: string, error: unknown): ExpressionProblem {
  const { code, range } = describe(error);
  const at = range ?? { start: 0, end: source.length };
  if (code === 'limit_exceeded') {
    const message = 'The expression is nested too deeply or has too many parts.';
    return expressionProblem('expression-too-complex', message, 'Split it into several named guards.', at);
  }
  if (code === 'reserved_identifier') {
    const message = `“${source.slice(at.start, at.end)}” is a word that cannot be used as a name.`;
    return expressionProblem('forbidden-name', message, 'Choose another name.', at);
  }
  if (code === 'invalid_macro_argument') {
    const message = 'The first part of a loop is a name of your choice for its items.';
    return expressionProblem('expression-syntax', message, 'Write it like parties.exists(p, p.served).', at);
  }
  if (code.startsWith('unterminated')) {
    return expressionProblem(
      'expression-syntax',
      'A text has no closing quote.',
      'End the text with the same quote it starts with.',
      at,
    );
  }
  return expressionProblem('expression-syntax', whereStopped(source, at.start), likelyFix(source, at.start), at);
}

function describe(error: unknown): Unparsed {
  // Every error of the parser carries a code; anything else is a fault of the library on this source, and as good as syntax.
  return error instanceof Error && 'code' in error ? (error as Error & Unparsed) : { code: 'unknown' };
}

function whereStopped(source: string, start: number): string {
  const rest = source.slice(start).trim();
  if (rest === '') return 'The expression stops too early.';
  return `The expression cannot be understood from “${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}” on.`;
}

function likelyFix(source: string, start: number): string {
  const rest = source.slice(start).trimStart();
  if (rest === '') return 'Complete it: something is missing at the end, perhaps a closing bracket.';
  return LIKELY.find(([mistake]) => mistake.test(rest))?.[1] ?? 'Check brackets, quotes and operators near there.';
}
