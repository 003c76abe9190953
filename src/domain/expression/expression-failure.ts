/** Why an evaluation gave no value; a guard that fails so refuses. */
export type ExpressionErrorCode = 'missing' | 'overflow' | 'wrong-value' | 'too-much-work' | 'failed';

export interface ExpressionError {
  readonly code: ExpressionErrorCode;
  readonly message: string;
}

/** Carries an expression's error out of the evaluator; never leaves `evaluate`. */
export class ExpressionFailure extends Error {
  readonly code: ExpressionErrorCode;

  constructor(code: ExpressionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
