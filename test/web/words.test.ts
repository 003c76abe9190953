import { describe, expect, it } from 'vitest';
import { fill } from '../../src/web/words.ts';

describe('the words of a page', () => {
  it.each([
    ['Otters Ltd.', 'To Otters Ltd. From Otters Ltd., {other}.'],
    ['Otters', 'To Otters. From Otters, {other}.'],
  ])('end a sentence once, as %s does', (name, expected) => {
    expect(fill('To {name}. From {name}, {other}.', { name })).toBe(expected);
  });
});
