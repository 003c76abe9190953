import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { squareCode } from '../../src/app/square-code.ts';

describe('a square code', () => {
  it('has each dark cell of the code once, and no other', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const { size, rows } = squareCode(text);
        const cells = rows.map((row) => {
          const dark = row.flatMap(([from, length]) => Array.from({ length }, (_, at) => from + at));
          return Array.from({ length: size }, (_, x) => dark.filter((one) => one === x).length);
        });
        const { data } = encode(text, { ecc: 'M', border: 0 });
        expect(cells).toEqual(data.map((row) => row.map(Number)));
      }),
      { numRuns: 50 },
    );
  });
});
