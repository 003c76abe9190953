import { describe, expect, it } from 'vitest';
import { nodeIds } from '../../src/runtime/node-ids.ts';

describe('an id', () => {
  it('is 26 letters and digits that nobody misreads, and never comes twice', () => {
    const ids = Array.from({ length: 10_000 }, () => nodeIds.newId());
    expect(new Set(ids).size).toBe(10_000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('uses every letter at every place but the last, which holds three bits', () => {
    const ids = Array.from({ length: 5_000 }, () => nodeIds.newId());
    const lettersAt = (place: number) => new Set(ids.map((id) => id[place])).size;
    for (let place = 0; place < 25; place += 1) expect(lettersAt(place)).toBe(32);
    expect(lettersAt(25)).toBe(8);
  });
});

describe('a sign-in code', () => {
  it('is six digits, also when it begins with zeros', () => {
    const codes = Array.from({ length: 5_000 }, () => nodeIds.newCode());
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });
});

describe('a secret', () => {
  it('holds 256 bits', () => {
    expect(Buffer.from(nodeIds.newSecret(), 'base64url')).toHaveLength(32);
  });
});
