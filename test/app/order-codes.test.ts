import { describe, expect, it } from 'vitest';
import { readOrderCode, shownOrderCode } from '../../src/app/registries/order-code.ts';
import { orderCode } from '../../src/domain/order-code.ts';

const code = orderCode('7a1c90e5d2b84f6630aa');
const shown = code.match(/.{4}/g)?.join('-') ?? '';

describe('a code as people type it from paper', () => {
  it('is read with or without hyphens, in small letters, with letters for digits', () => {
    const typed = [
      shown,
      code,
      code.toLowerCase(),
      ` ${shown.replaceAll('-', ' – ')} `,
      shown.replaceAll('0', 'O').replaceAll('1', 'l'),
    ];
    for (const one of typed) expect(readOrderCode(one, [])).toEqual({ registry: 'home', code });
  });

  it('leads to its registry by the name before it', () => {
    expect(shownOrderCode('home', code)).toBe(shown);
    expect(shownOrderCode('oil1', code)).toBe(`OIL1-${shown}`);
    expect(readOrderCode(`0il1 ${code}`, ['east', 'oil1'])).toEqual({ registry: 'oil1', code });
    expect(readOrderCode(`WEST-${shown}`, ['east'])).toBeUndefined();
  });

  it.each(['', ' ', '\0', '😀'.repeat(50), '7'.repeat(100_000), `${code.slice(0, -1)}#`, "' or 1=1 --", '../../etc'])(
    'is none: %j',
    (typed) => {
      expect(readOrderCode(typed, ['east'])).toBeUndefined();
    },
  );
});
