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

/** What to do, or how to find it: looking for the name that was meant takes long, and only so many problems are listed. */
export type Fix = string | (() => string);

export function error(code: ProblemCode, path: string, message: string, fix: Fix): Problem {
  return problem('error', code, path, message, fix);
}

export function warning(code: ProblemCode, path: string, message: string, fix: Fix): Problem {
  return problem('warning', code, path, message, fix);
}

/** The problem with its fix found. */
export function written({ severity, code, path, message, fix }: Problem): Problem {
  return { severity, code, path, message, fix };
}

function problem(severity: Problem['severity'], code: ProblemCode, path: string, message: string, fix: Fix): Problem {
  if (typeof fix === 'string') return { severity, code, path, message, fix };
  return {
    severity,
    code,
    path,
    message,
    get fix() {
      return fix();
    },
  };
}
