import { describe, expect, it } from 'vitest';
import { aCaseOpened, minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';

const ADA = { id: 'ada', email: 'ada@example.org', name: 'Ada', language: 'en', roles: [] };

export function keepsDrafts(makeRegistry: MakeRegistry): void {
  describe('a draft', () => {
    it('is one for each person, case, event and party, replaced as it grows, and gone when it was sent', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      const key = { userId: 'ada', caseId: opened.next.id, event: 'SUBMIT', party: '' };
      const one = { ...key, typed: { amount: ['1.2.3'], kinds: ['a', 'b'] }, savedAt: minute(1) };
      const other = { ...key, party: 'p1', typed: {}, savedAt: minute(2) };
      await registry.commit((tx) => {
        tx.insertUser(ADA, minute(0));
        tx.save(opened);
        tx.putFormDraft({ ...one, typed: {} });
        tx.putFormDraft(one);
        tx.putFormDraft(other);
      });
      expect(registry.read((reads) => reads.draft(key))).toEqual(one);
      expect(registry.read((reads) => reads.draft(other))).toEqual(other);
      expect(registry.read((reads) => reads.draft({ ...key, userId: 'bo' }))).toBeUndefined();
      await registry.commit((tx) => tx.dropFormDraft(key));
      expect(registry.read((reads) => [reads.draft(key), reads.draft(other)])).toEqual([undefined, other]);
    });
  });
}
