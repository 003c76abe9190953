import { describe, expect, it } from 'vitest';
import { durations, type Ending, LEAST_CASES } from '../../src/domain/texts/durations.ts';

const after = (days: number, outcome: string | null = 'settled'): Ending => ({
  outcome,
  openedAt: '2026-03-01T12:00:00.000Z',
  closedAt: new Date(Date.parse('2026-03-01T12:00:00.000Z') + days * 86_400_000).toISOString(),
});
const many = (count: number, outcome: string | null) => Array.from({ length: count }, (_, n) => after(n + 1, outcome));

describe('how long cases take', () => {
  it('is told by what half of them and eight in ten of them took, for each way of ending', () => {
    expect(durations([...many(10, 'settled'), ...many(20, 'decision')])).toEqual([
      { outcome: 'decision', cases: 20, half: 10, most: 16 },
      { outcome: 'settled', cases: 10, half: 5, most: 8 },
    ]);
  });

  it('is not told of an ending that says something about a few people', () => {
    expect(durations([...many(LEAST_CASES, 'settled'), ...many(LEAST_CASES - 1, 'dismissed')])).toEqual([
      { outcome: 'settled', cases: 10, half: 5, most: 8 },
    ]);
  });

  it('is told of all together while no ending has cases enough, and not at all while all are too few', () => {
    expect(durations([...many(6, 'settled'), ...many(4, 'decision')])).toEqual([{ cases: 10, half: 3, most: 4 }]);
    expect(durations(many(9, 'settled'))).toEqual([]);
    expect(durations([])).toEqual([]);
  });

  it('counts a day that has begun, and nothing of a case that has no ending', () => {
    expect(durations(Array.from({ length: 10 }, () => after(0.01)))).toEqual([
      { outcome: 'settled', cases: 10, half: 1, most: 1 },
    ]);
    expect(durations(many(50, null))).toEqual([]);
  });
});
