import type { ProblemCode } from './problem-codes.ts';

/** One thing wrong with a definition. An error keeps it from being published; a warning does not. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: ProblemCode;
  /** JSON pointer to the place. */
  readonly path: string;
  /** A sentence that an administrator understands; it names the thing. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

export function error(code: ProblemCode, path: string, message: string, fix: string): Problem {
  return { severity: 'error', code, path, message, fix };
}

export function warning(code: ProblemCode, path: string, message: string, fix: string): Problem {
  return { severity: 'warning', code, path, message, fix };
}
