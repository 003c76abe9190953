import type { ExpressionInputs } from '../../../src/domain/expression/expression-inputs.ts';
import { claim, lee, sam } from './expression-world.ts';

const long = 'a'.repeat(99_999);

/** A claim with answers as long as they may be, and fifty parties. */
export const aHeavyClaim: ExpressionInputs = {
  ...claim,
  data: { application: { summary: long, remedies: Array.from({ length: 100 }, () => 'x'.repeat(255)) } },
  parties: Array.from({ length: 50 }, (_, n) => ({
    ...(n % 2 ? sam : lee),
    data: { response: { reasons: long, amount: n } },
  })),
};
