import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExpressionInputs } from '../../../src/domain/expression/expression-inputs.ts';
import type { Guard } from '../../../src/domain/expression/guard.ts';
import { implies, isShadowed, neverTrueTogether, truthOf } from '../../../src/domain/expression/guard-truth.ts';
import { evaluateGuard } from './evaluate-guard.ts';
import { claim, compiled, sam } from './expression-world.ts';

const comparison = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const fewCents = fc.integer({ min: -1, max: 3 }).map(String);

/** Conditions over few names and few constants, so that they often imply and exclude each other. */
const condition = fc.letrec<{ guard: string; plain: string }>((tie) => ({
  guard: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('plain'),
    fc.tuple(tie('guard'), fc.constantFrom('&&', '||'), tie('guard')).map(([a, both, b]) => `(${a} ${both} ${b})`),
    tie('guard').map((a) => `!(${a})`),
    fc.tuple(tie('guard'), tie('guard'), tie('guard')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
  plain: fc.oneof(
    fc.constantFrom('party.served', 'true', 'false', 'has(data.reply)', 'has(data.reply.amount)'),
    fc.tuple(comparison, fewCents).map(([is, cents]) => `data.reply.amount ${is} ${cents}`),
    fc.tuple(fewCents, comparison).map(([cents, is]) => `${cents} ${is} fees.response.paid`),
    fc.constantFrom('==', '!=').map((is) => `party.role ${is} "applicant"`),
    fc.constantFrom(
      'party.role in ["applicant", "helper"]',
      'parties.exists(p, p.served)',
      '1 / fees.response.paid == 1',
    ),
    fc.constantFrom('data.reply.amount == fees.response.paid', 'fees.response.paid != data.reply.amount'),
  ),
}));

/** Every case that those conditions can tell apart. */
const cases: ExpressionInputs[] = [undefined, null, {}, ...[-1, 0, 1, 2, 3].map((amount) => ({ amount }))].flatMap(
  (reply) =>
    [0, 1, 2].flatMap((paid) =>
      ['applicant', 'helper', 'respondent'].flatMap((role) =>
        [true, false].map((served) => ({
          ...claim,
          data: { reply },
          fees: { response: { charged: 0, paid, waived: 0, outstanding: 0 } },
          ...(paid === 2 ? { party: undefined as never } : { party: { ...sam, role, served } }),
          parties: paid === 1 ? [sam] : [],
        })),
      ),
    ),
);

const guard = condition.guard.filter((source) => source.length < 400);
const isTrue = (one: Guard, inputs: ExpressionInputs) => {
  const evaluation = evaluateGuard(one, inputs);
  return evaluation.ok && evaluation.value;
};

describe('whatever the checker is certain of', () => {
  it('holds in every case: always and never', () => {
    fc.assert(
      fc.property(guard, (source) => {
        const one = compiled(source);
        const truth = truthOf(one);
        if (truth !== 'unknown') for (const inputs of cases) expect(isTrue(one, inputs)).toBe(truth === 'always');
      }),
      { numRuns: 300 },
    );
  });

  it('holds in every case: implies, and never true together', () => {
    fc.assert(
      fc.property(guard, guard, (sourceOfA, sourceOfB) => {
        const [a, b] = [compiled(sourceOfA), compiled(sourceOfB)];
        const certain = implies(a, b);
        const exclude = neverTrueTogether(a, b);
        for (const inputs of certain || exclude ? cases : []) {
          const [first, second] = [isTrue(a, inputs), isTrue(b, inputs)];
          if (certain) expect(!first || second).toBe(true);
          if (exclude) expect(first && second).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is complete for comparisons of one name with constants', () => {
    const about = fc
      .tuple(comparison, fc.integer({ min: 0, max: 2 }))
      .map(([is, n]) => `fees.response.paid ${is} ${n}`);
    const several = fc.array(fc.tuple(fc.constantFrom('&& ', '|| ', '&& !', '|| !'), about), { maxLength: 4 });
    const paid = (n: number) => ({ ...claim, fees: { response: { charged: 0, paid: n, waived: 0, outstanding: 0 } } });
    fc.assert(
      fc.property(about, several, (first, others) => {
        const one = compiled([first, ...others.map(([join, other]) => `${join}(${other})`)].join(' '));
        const outcomes = new Set([-1, 0, 1, 2, 3].map((n) => isTrue(one, paid(n))));
        expect(truthOf(one)).toBe(outcomes.size === 2 ? 'unknown' : outcomes.has(true) ? 'always' : 'never');
      }),
      { numRuns: 300 },
    );
  });

  it('covers a guard and itself', () => {
    fc.assert(
      fc.property(guard, (source) => {
        const one = compiled(source);
        if (source.length < 100) expect(truthOf({ all: [one, { not: one }] })).toBe('never');
        expect(isShadowed({ not: { not: one } }, [{ not: { not: one } }])).toBe(true);
        expect(implies({ all: [one, one] }, { all: [one, one] }) && implies({ any: [one] }, { any: [one] })).toBe(true);
        expect(implies(one, one)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
