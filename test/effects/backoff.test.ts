import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS, nextAttempt } from '../../src/effects/backoff.ts';

const SIX_HOURS = 6 * 60 * 60 * 1000;

describe('an effect that failed', () => {
  it('is tried again within a minute, then two, then four, up to six hours', () => {
    const late = () => 0.999999999;
    const minutes = [1, 2, 3, 4, 10, 500].map((attempt) => Math.round(nextAttempt(attempt, late) / 60_000));
    expect(minutes).toEqual([1, 2, 4, 8, 360, 360]);
  });

  it('never comes back at once, nor later than the limit', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, chance) => {
        const delay = nextAttempt(attempt, () => chance);
        expect(delay).toBeGreaterThanOrEqual(5_000);
        expect(delay).toBeLessThanOrEqual(SIX_HOURS);
        expect(Number.isInteger(delay)).toBe(true);
      }),
    );
  });

  it('spreads a thousand failures of one moment over the whole wait', () => {
    const delays = Array.from({ length: 1_000 }, (_, n) => nextAttempt(5, () => n / 1_000));
    expect(new Set(delays).size).toBe(1_000);
    expect(Math.max(...delays) / Math.min(...delays)).toBeGreaterThan(100);
  });

  it('has most of a working day to get through before it becomes a task', () => {
    const total = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, n) => nextAttempt(n + 1, () => 0.5)).reduce(
      (a, b) => a + b,
    );
    expect(total / 3_600_000).toBeGreaterThan(8);
  });

  it('follows the limits it is given', () => {
    expect(nextAttempt(1, () => 0, { baseMs: 10, minMs: 0, maxMs: 100 })).toBe(0);
    expect(nextAttempt(9, () => 0.999, { baseMs: 10, minMs: 0, maxMs: 100 })).toBe(99);
  });
});
