import { type ExpressionError, ExpressionFailure } from './expression-failure.ts';
import type { ExpressionNode } from './expression-node.ts';

/** The library's code → ours, and the sentence after the part of the source it concerns. */
const KNOWN: Readonly<Record<string, readonly [ExpressionError['code'], string]>> = {
  no_such_key: ['missing', 'has no value yet'],
  unknown_variable: ['missing', 'has no value yet'],
  index_out_of_bounds: ['missing', 'has no value yet'],
  numeric_overflow: ['overflow', 'is too large a number'],
  division_by_zero: ['overflow', 'divides by zero'],
  modulo_by_zero: ['overflow', 'divides by zero'],
};

/** Puts whatever stopped an evaluation of `source` into words; never throws, whatever was thrown. */
export function explainEvaluationError(error: unknown, source: string): ExpressionError {
  if (error instanceof ExpressionFailure) return { code: error.code, message: error.message };
  const code = codeOf(error);
  const known = code !== undefined && Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
  if (!known) return { code: 'failed', message: 'The expression could not be evaluated.' };
  const [ours, sentence] = known;
  return { code: ours, message: `“${partOf(error as LibraryError, source)}” ${sentence}.` };
}

interface LibraryError extends Error {
  readonly code: string;
  readonly node?: ExpressionNode;
}

function codeOf(error: unknown): string | undefined {
  // What a hostile input's getter throws may be anything, even something that throws when it is looked at.
  try {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  } catch {
    return undefined;
  }
}

function partOf({ node }: LibraryError, source: string): string {
  return node ? source.slice(node.start, node.end) : 'A part';
}
