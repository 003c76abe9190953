import fc from 'fast-check';
import type { ExpressionInputs } from '../../../src/domain/expression/expression-inputs.ts';
import { functions } from './expression-world.ts';

const unlikely = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withTypedArray: true,
});

const hostileAnswers = fc.dictionary(
  fc.constantFrom('application', 'reply', '__proto__', 'constructor', 'late-request'),
  fc.oneof(
    unlikely,
    fc.dictionary(fc.constantFrom('amount', 'home', 'summary', '__proto__', 'rooms', 'remedies', 'toString'), unlikely),
  ),
);

/** Answers, people and everything else that an expression may be given, none of it as it should be. */
export const hostileInputs = fc
  .record(
    {
      data: fc.oneof(hostileAnswers, unlikely),
      party: unlikely,
      parties: fc.oneof(fc.array(unlikely), unlikely),
      actor: unlikely,
      event: unlikely,
      fees: unlikely,
      now: unlikely,
      form: unlikely,
    },
    { requiredKeys: [] },
  )
  .map((inputs) => ({ ...inputs, functions }) as unknown as ExpressionInputs);
