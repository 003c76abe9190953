import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCaseOpened, aMessage, aStep, minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';
import { saveAll } from '../save-all.ts';

export function keepsCases(makeRegistry: MakeRegistry): void {
  describe('cases', () => {
    it('gives a case back as it was decided', async () => {
      const registry = await makeRegistry();
      const { next } = aCaseOpened();
      await registry.commit((tx) => tx.save({ ...aCaseOpened(next), next }));
      expect(registry.read((reads) => reads.caseFile(next.id))).toEqual(next);
      expect(registry.read((reads) => reads.caseFile('nobody'))).toBeUndefined();
    });

    it('shows a case in lists as it stands', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      const closed = { stage: 'closed', status: 'closed', outcome: 'settled', closedAt: minute(9) } as const;
      await registry.commit((tx) => tx.save(opened));
      await registry.commit((tx) => tx.save(aStep(opened.next, [], { changes: closed })));
      expect(registry.read((reads) => reads.caseRow(opened.next.id))).toEqual({
        id: opened.next.id,
        reference: opened.next.reference,
        workflowId: 'small-claims',
        workflowVersion: 1,
        state: 'intake.review',
        version: 2,
        openVersion: 2,
        openedAt: opened.next.openedAt,
        dueBy: null,
        ...closed,
      });
    });

    it('numbers the journal from 1 and chains each entry to the one before', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      const step = aStep(opened.next, [aMessage('case')]);
      await registry.commit((tx) => tx.save(opened));
      await registry.commit((tx) => tx.save(step));
      const [first, second, ...rest] = registry.read((reads) => [...reads.journalInOrder(opened.next.id)]);

      expect(rest).toEqual([]);
      expect(first).toMatchObject({ seq: 1, caseId: opened.next.id, previousHash: '0'.repeat(64) });
      expect(second).toMatchObject({ ...step.entry, previousHash: first?.hash });
      const { caseId: _, previousHash, hash, ...entry } = second!;
      expect(hash).toBe(
        createHash('sha256')
          .update(previousHash + JSON.stringify(entry))
          .digest('hex'),
      );
    });

    it('reads a journal of more entries than it fetches at once', async () => {
      const registry = await makeRegistry();
      let decision = aCaseOpened();
      await registry.commit((tx) => {
        tx.save(decision);
        for (let n = 2; n <= 1_203; n += 1) {
          decision = aStep(decision.next);
          tx.save(decision);
        }
      });
      const seqs = registry.read((reads) => [...reads.journalInOrder(decision.next.id)].map(({ seq }) => seq));
      expect(seqs).toEqual(Array.from({ length: 1_203 }, (_, index) => index + 1));
    });

    it('refuses a decision that was made on another version than the stored one', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      const step = aStep(opened.next);
      await registry.commit((tx) => tx.save(opened));
      await registry.commit((tx) => tx.save(step));
      await expect(registry.commit((tx) => tx.save(step))).rejects.toThrow('a journal gap');
      await expect(registry.commit((tx) => tx.save(aCaseOpened(opened.next)))).rejects.toThrow('a journal gap');
      await expect(registry.commit((tx) => tx.save(aStep(aStep(step.next).next)))).rejects.toThrow('a journal gap');
      expect(registry.read((reads) => reads.caseFile(opened.next.id)?.version)).toBe(2);
    });

    it('undoes what a command did when it throws, and that alone', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      await registry.commit((tx) => tx.save(opened));
      const results = await Promise.allSettled([
        registry.commit((tx) => tx.save(aStep(opened.next))),
        registry.commit((tx) => {
          tx.save(aStep(tx.caseFile(opened.next.id)!, [aMessage('case')]));
          tx.putSetting('colour', 'red');
          throw new Error('changed my mind');
        }),
        registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!))),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(registry.read((reads) => reads.caseFile(opened.next.id)?.version)).toBe(3);
      expect(registry.read((reads) => [...reads.journalInOrder(opened.next.id)]).length).toBe(3);
      expect(registry.read((reads) => reads.setting('colour'))).toBeUndefined();
      expect(registry.read((reads) => reads.part('messages', opened.next.id, ['case'], { limit: 9 })).items).toEqual(
        [],
      );
    });

    it('gives a command what the commands before it in the same transaction did', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      const version = await registry.commit((tx) => {
        tx.save(opened);
        tx.save(aStep(tx.caseFile(opened.next.id)!));
        return tx.caseFile(opened.next.id)?.version;
      });
      expect(version).toBe(2);
    });

    it('keeps the journal gapless when sixteen people write at once', async () => {
      const registry = await makeRegistry();
      const cases = [aCaseOpened(), aCaseOpened(), aCaseOpened(), aCaseOpened()];
      await saveAll(registry, cases);
      await Promise.all(
        Array.from({ length: 16 }, async (_, writer) => {
          for (let n = 0; n < 125; n += 1) {
            const { id } = cases[(writer + n) % cases.length]!.next;
            await registry.commit((tx) => tx.save(aStep(tx.caseFile(id)!)));
          }
        }),
      );
      for (const { next } of cases) {
        const seqs = registry.read((reads) => [...reads.journalInOrder(next.id)].map(({ seq }) => seq));
        expect(seqs).toEqual(Array.from({ length: 501 }, (_, index) => index + 1));
      }
    });

    it('numbers references without gaps, for each prefix and year', async () => {
      const registry = await makeRegistry();
      const opened = (fails = false) =>
        registry.commit((tx) => {
          const reference = tx.nextReference('SC', 2026);
          tx.takeReference('SC', 2026);
          if (fails) throw new Error('not opened after all');
          return reference;
        });
      const first = await opened();
      await opened(true).catch(() => {});
      const others = await registry.commit((tx) => [
        tx.nextReference('SC', 2026),
        tx.nextReference('SC', 2027),
        tx.nextReference('ST', 2026),
      ]);
      expect([first, ...others]).toEqual(['SC-2026-000001', 'SC-2026-000002', 'SC-2027-000001', 'ST-2026-000001']);
    });

    it('offers a number that no case has taken to the next', async () => {
      const registry = await makeRegistry();
      const offered = await registry.commit((tx) => {
        const refused = tx.nextReference('SC', 2026);
        const opened = tx.nextReference('SC', 2026);
        tx.takeReference('SC', 2026);
        return [refused, opened, tx.nextReference('SC', 2026)];
      });
      expect(offered).toEqual(['SC-2026-000001', 'SC-2026-000001', 'SC-2026-000002']);
    });

    it('names all cases in the order of their ids, a few at a time', async () => {
      const registry = await makeRegistry();
      const ids = Array.from({ length: 5 }, () => aCaseOpened());
      await saveAll(registry, ids);
      const sorted = ids.map(({ next }) => next.id).sort();
      expect(registry.read((reads) => reads.caseIds('', 3))).toEqual(sorted.slice(0, 3));
      expect(registry.read((reads) => reads.caseIds(sorted[2]!, 3))).toEqual(sorted.slice(3));
    });

    it('refuses a row larger than every runtime can keep', async () => {
      const registry = await makeRegistry();
      const huge = aCaseOpened({ data: { application: { about: 'é'.repeat(1_000_000) } } });
      await expect(registry.commit((tx) => tx.save(huge))).rejects.toThrow('A row of');
    });
  });
}
