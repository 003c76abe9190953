import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledExpression, compileExpression } from '../../../src/domain/expression/compile-expression.ts';
import type { ExpressionInputs } from '../../../src/domain/expression/expression-inputs.ts';
import { hostileInputs } from './any-answers.ts';
import { functions, smallClaims } from './expression-world.ts';
import { leavesNoTrace } from './leaves-no-trace.ts';

leavesNoTrace();

describe('whatever someone writes as an expression', () => {
  it('meets hostile answers unharmed', () => {
    const reads = [
      'data.application.amount > 5',
      'data.application.home.city == "x"',
      'data.application.home.constructor2 == "x"',
      '"a" in data.application.remedies',
      'parties.exists(p, p.served && inState(p, "x"))',
      'has(party.response.position)',
      'days(party.servedOn, now) > 1',
      'size(data.application.summary) > 1',
      'fees.application.outstanding == 0',
      'actor.party == party.id',
      'event.type == "x"',
      'form.position == "x"',
      'data.application.rooms + 1 > 2',
    ].map(compiledHere);
    fc.assert(
      fc.property(hostileInputs, (inputs) => {
        for (const expression of reads) expression.evaluate(inputs);
      }),
      { numRuns: 500 },
    );
  });

  it('meets getters and proxies that throw', () => {
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new TypeError('trap');
        },
        getOwnPropertyDescriptor: () => {
          throw new Error('trap');
        },
      },
    );
    const getter = {
      get amount() {
        throw 'not even an error';
      },
    };
    for (const data of [
      throwing,
      { application: throwing },
      { application: getter },
      { application: { amount: throwing } },
    ]) {
      const evaluation = compiledHere('data.application.amount > 5').evaluate({
        data,
        functions,
      } as unknown as ExpressionInputs);
      expect(evaluation.ok).toBe(false);
    }
  });

  it('cannot reach an answer that was never declared', () => {
    const polluted = JSON.parse('{"application":{"__proto__":{"amount":9},"constructor":{"name":"x"}}}');
    const evaluation = compiledHere('data.application.amount > 5').evaluate({ data: polluted, functions });
    expect(evaluation).toMatchObject({ ok: false, error: { code: 'missing' } });
    const home = JSON.parse('{"constructor":"Oops","__proto__":"x","city":"Victoria"}');
    const city = compiledHere('data.application.home.city == "Victoria"').evaluate({
      data: { application: { home } },
      functions,
    });
    expect(city).toEqual({ ok: true, value: true });
  });
});

function compiledHere(source: string): CompiledExpression {
  const expression = compileExpression(source, smallClaims);
  if (Array.isArray(expression)) throw new Error(`${source} was refused`);
  return expression;
}
