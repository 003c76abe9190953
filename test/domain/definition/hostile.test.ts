import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/domain/definition/check/check-definition.ts';
import { readDefinition } from '../../../src/domain/definition/check/read-definition.ts';
import { aGoodDefinition } from './a-good-definition.ts';
import { BOMBS } from './bombs.ts';
import { changed } from './changed.ts';
import { MULTIPLYING_BOMBS } from './multiplying-bombs.ts';
import { pointersOf, valueAt } from './pointers.ts';

const TALKS = '/chart/states/live/states/talks';
const REVIEW = '/chart/states/intake/states/review';

describe('a hostile definition', () => {
  it.each(Object.entries({ ...BOMBS, ...MULTIPLYING_BOMBS }))('is answered within a second: %s', (_, make) => {
    const bomb = make();
    const { checked, milliseconds } = timedCheck(bomb);
    expect(milliseconds).toBeLessThan(1_000);
    expect(checked.problems.length).toBeGreaterThan(0);
    expect(checked.problems.length).toBeLessThanOrEqual(501);
    expect(checked.ok).toBe(checked.problems.every(({ severity }) => severity === 'warning'));
  });

  it.each([
    ['a function', () => 1],
    ['a definition with a function inside', { title: () => 1 }],
    ['a big number', 10n],
    ['a symbol', Symbol('definition')],
    ['nothing', undefined],
    ['null', null],
    ['a date', new Date(0)],
    ['a map', new Map([['format', 1]])],
    ['a list', []],
    ['a text', '{}'],
    ['a number that is none', { format: Number.NaN }],
    [
      'an object of a class',
      new (class Definition {
        format = 1;
      })(),
    ],
    ['a getter', Object.defineProperty({}, 'format', { get: () => 1, enumerable: true })],
    [
      'a getter that throws',
      Object.defineProperty({}, 'format', {
        get: () => {
          throw new Error('boo');
        },
        enumerable: true,
      }),
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('boo');
          },
        },
      ),
    ],
    ['a list with nothing in its places', { languages: new Array(2) }],
  ])('may be %s', (_, input) => {
    const { ok, problems } = checkDefinition(input);
    expect(ok).toBe(false);
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('cannot use the key %s at any depth', (key) => {
    for (const pointer of ['', '/forms', '/chart/states', `${TALKS}/on`, '/scenarios/0/steps/0/form', '/guidance']) {
      const input = changed(aGoodDefinition(), {}) as Record<string, unknown>;
      const holder = pointer
        .slice(1)
        .split('/')
        .filter(Boolean)
        .reduce((at, step) => at[step] as typeof input, input);
      Object.defineProperty(holder, key, { value: {}, enumerable: true, configurable: true });
      expect(checkDefinition(input).problems).toMatchObject([{ code: 'forbidden-key', path: `${pointer}/${key}` }]);
      const read = readDefinition(JSON.stringify(input));
      expect(read).toMatchObject({ problems: [{ code: 'forbidden-key', path: `${pointer}/${key}` }] });
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['toString', 'hasOwnProperty', 'valueOf', 'constructor', '__proto__'])(
    'cannot refer to %s, which every object has',
    (name) => {
      const { ok } = checkDefinition(
        changed(aGoodDefinition(), {
          '/events/SUBMIT/form': name,
          '/events/SUBMIT/fee': name,
          '/roles/respondent/chart': name,
          [`${REVIEW}/on/ISSUE/guard`]: name,
          '/explorer/questions/kind/options/0/next': name,
          '/scenarios/0/steps/0/do': name,
          '/notices/decision/body/en': `{{data.${name}.${name}}} {{deadline.${name}}}`,
        }),
      );
      expect(ok).toBe(false);
    },
  );

  it('never makes the checker throw, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (input) => {
        expect(checkDefinition(input).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('never makes the checker throw, whatever stands in a place of a good definition', () => {
    const places = pointersOf(aGoodDefinition());
    fc.assert(
      fc.property(fc.constantFrom(...places), anything(), (place, value) => {
        checkDefinition(changed(aGoodDefinition(), { [place]: value }));
      }),
      { numRuns: 120 },
    );
  });

  it('never makes the checker throw, whatever two places hold each other’s content', () => {
    const good = aGoodDefinition();
    const places = pointersOf(good);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...places), (one, other) => {
        checkDefinition(changed(good, { [one]: structuredClone(valueAt(good, other)) }));
      }),
      { numRuns: 120 },
    );
  });
});

/** Time of this thread alone: what else the machine does at the moment is not the checker's doing. */
function timedCheck(bomb: unknown) {
  const before = process.threadCpuUsage();
  const checked = checkDefinition(bomb);
  const { user, system } = process.threadCpuUsage(before);
  return { checked, milliseconds: (user + system) / 1_000 };
}

function anything(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(
      'toString',
      '__proto__',
      '',
      '#',
      '.',
      '..',
      '#.',
      'a'.repeat(300),
      '{{}}',
      -1,
      1e308,
      [],
      {},
      [[]],
      { type: 'parallel' },
      { type: 'history' },
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
}
