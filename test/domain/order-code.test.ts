import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrderCode, orderCode } from '../../src/domain/order-code.ts';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the code of an order', () => {
  it('is sixteen letters and digits that nobody misreads, and always the same', () => {
    fc.assert(
      fc.property(hex, (bits) => {
        expect(orderCode(bits)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
        expect([orderCode(bits), isOrderCode(orderCode(bits))]).toEqual([orderCode(bits), true]);
      }),
    );
    expect([orderCode('0'.repeat(64)), orderCode('f'.repeat(64)).slice(0, 15)]).toEqual([
      '0'.repeat(16),
      'Z'.repeat(15),
    ]);
  });

  it('holds 75 bits: another bit is another code', () => {
    const codes = Array.from({ length: 80 }, (_, bit) =>
      orderCode((1n << BigInt(79 - bit)).toString(16).padStart(20, '0')),
    );
    expect(new Set(codes).size).toBe(76);
  });

  it('tells one wrong character, and two that changed places', () => {
    const slip = fc.record({ bits: hex, at: fc.nat(15), to: fc.nat(31), with: fc.nat(15) });
    fc.assert(
      fc.property(slip, ({ bits, at, to, with: other }) => {
        const code = [...orderCode(bits)];
        const wrong = code.with(at, ALPHABET[to] ?? '');
        expect(isOrderCode(wrong.join(''))).toBe(wrong.join('') === code.join(''));
        const swapped = code.with(at, code[other] ?? '').with(other, code[at] ?? '');
        expect(isOrderCode(swapped.join(''))).toBe(swapped.join('') === code.join(''));
      }),
    );
  });

  it('is nothing shorter, longer or other', () => {
    for (const none of ['', '0', '0'.repeat(15), '0'.repeat(17), `${'0'.repeat(15)}U`, `${'0'.repeat(14)}😀`])
      expect(isOrderCode(none)).toBe(false);
  });
});
