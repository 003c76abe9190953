import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/domain/expression/compile-expression.ts';
import { aHeavyClaim } from './a-heavy-claim.ts';
import { fitting, tree, word } from './any-expression.ts';
import { claim, smallClaims } from './expression-world.ts';
import { handles } from './handles.ts';
import { leavesNoTrace } from './leaves-no-trace.ts';
import { quickest, SOON } from './quickest.ts';

leavesNoTrace();

describe('whatever someone writes as an expression', () => {
  it('is refused or evaluated, without a throw and without a trace: any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1_200 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (source) => handles(source, claim)),
      { numRuns: 1_000 },
    );
  });

  it('is refused or evaluated, without a throw and without a trace: any tree', () => {
    fc.assert(
      fc.property(tree.node, (source) => handles(source, claim)),
      { numRuns: 1_000 },
    );
  });

  it('is soon evaluated, whatever fits together, over long answers and many parties', () => {
    let evaluated = 0;
    fc.assert(
      fc.property(fitting.bool, (body) => {
        const expression = compileExpression(`parties.filter(p, p.served).exists(p, ${body})`, smallClaims);
        if (Array.isArray(expression)) return;
        evaluated += 1;
        expect(quickest(() => expression.evaluate(aHeavyClaim))).toBeLessThan(SOON);
      }),
      { numRuns: 300 },
    );
    expect(evaluated).toBeGreaterThan(30);
  });
});
