import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { formatMoney } from '../../src/domain/texts/format-value.ts';
import { parseDecimal } from '../../src/web/pages/forms/parse-decimal.ts';

it('reads every amount as English and French write it', () => {
  const written = property(integer({ min: 0, max: 100_000_000_00 }), (cents) => {
    for (const language of ['en', 'fr']) expect(parseDecimal(formatMoney(cents, 'CAD', language))).toBe(cents);
  });
  void assert(written);
});

it.each([
  ['1,250.50', 125_050],
  ['1 250,50', 125_050],
  ['1250', 125_000],
  ['$ 12.5', 1_250],
  ['1.250,00', 125_000],
  ['1,250', 125_000],
  ['0,5', 50],
])('reads %s', (typed, cents) => expect(parseDecimal(typed)).toBe(cents));

it.each(['', '1.250', 'ten', '1,25,0', '-5', '1e3', '1.2.3', '12,50.00', '1,250,50', '.', '1 2'])(
  'does not guess what %j is',
  (typed) => expect(parseDecimal(typed)).toBeUndefined(),
);
