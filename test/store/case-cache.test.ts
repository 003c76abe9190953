import { describe, expect, it } from 'vitest';
import { CaseCache } from '../../src/store/cases/case-cache.ts';
import { openRegistry } from '../../src/store/open-registry.ts';
import { aCaseOpened, aStep } from './a-decision.ts';
import { aRegistry } from './a-registry.ts';
import { saveAll } from './save-all.ts';

describe('the cache of case files', () => {
  it('keeps those used last, and no more than it may', () => {
    const cache = new CaseCache(2);
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ row: 1, file: aCaseOpened({ id }).next })) as [
      never,
      never,
      never,
    ];
    cache.put('a', a);
    cache.put('b', b);
    cache.get('a');
    cache.put('c', c);
    expect(['a', 'b', 'c'].map((id) => cache.get(id) !== undefined)).toEqual([true, false, true]);
  });

  it('changes nothing but speed: a registry that remembers one case works as one that remembers all', async () => {
    const { database } = aRegistry();
    const registry = openRegistry('r1', database, new CaseCache(1));
    const cases = Array.from({ length: 5 }, () => aCaseOpened());
    await saveAll(registry, cases);
    for (let n = 0; n < 20; n += 1) {
      const { id } = cases[n % 5]!.next;
      await registry.commit((tx) => tx.save(aStep(tx.caseFile(id)!)));
    }
    expect(cases.map(({ next }) => registry.read((reads) => reads.caseFile(next.id)?.version))).toEqual([
      5, 5, 5, 5, 5,
    ]);
  });
});
