import { ExpressionFailure } from './expression-failure.ts';
import type { ExpressionFunctions } from './expression-inputs.ts';
import { EXPRESSION_LIMITS } from './expression-limits.ts';

/**
 * The evaluation under way in scopes that share their declarations: its functions, and what work it may still do. The library
 * binds functions when a scope is built, long before a case hands them in; evaluation is synchronous, so one slot is enough.
 */
export class EvaluationRun {
  #functions: ExpressionFunctions | undefined;
  #work = 0;

  get functions(): ExpressionFunctions {
    if (!this.#functions)
      throw new ExpressionFailure('failed', 'The functions days, workingDays and inState are missing.');
    return this.#functions;
  }

  /** Runs `evaluation` with these functions; another evaluation may start within it. */
  during<T>(functions: ExpressionFunctions, evaluation: () => T): T {
    const outer = this.#functions;
    if (!outer) this.#work = EXPRESSION_LIMITS.work;
    this.#functions = functions;
    try {
      return evaluation();
    } finally {
      this.#functions = outer;
    }
  }

  /** Counts work that grows with the length of an answer. */
  spend(characters: number): void {
    this.#work -= characters;
    if (this.#work < 0) throw new ExpressionFailure('too-much-work', 'The answers are too long for this expression.');
  }
}
