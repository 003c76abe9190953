import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Registry } from '../../../src/app/ports/registry.ts';
import { UnknownCursor } from '../../../src/app/ports/unknown-cursor.ts';
import type { Audience } from '../../../src/domain/audience.ts';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import { aCaseOpened, aDeadline, aDocumentIssued, aMessage, aNotice, anOffer, aStep } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';

const AUDIENCES: readonly Audience[] = ['case', 'party:p1', 'party:p2', 'tribunal', 'sealed', 'room', 'caucus:p1'];
const WITH_AUDIENCE = ['journal', 'deadlines', 'notices', 'documents', 'messages'] as const;

export function showsParts(makeRegistry: MakeRegistry): void {
  describe('parts of a case', () => {
    it('hold the rows of the audiences that were asked for, and no others', async () => {
      const { registry, caseId } = await withEveryAudience(makeRegistry);
      fc.assert(
        fc.property(fc.subarray([...AUDIENCES]), fc.constantFrom(...WITH_AUDIENCE), (audiences, part) => {
          const { items } = registry.read((reads) => reads.part(part, caseId, audiences, { limit: 100 }));
          const expected = part === 'journal' && audiences.includes('case') ? [...audiences, 'case'] : audiences;
          expect(items.map(({ audience }) => audience).sort()).toEqual([...expected].sort());
        }),
      );
    });

    it('show no offer to whoever may not enter the room', async () => {
      const { registry, caseId } = await withEveryAudience(makeRegistry);
      const offers = (audiences: readonly Audience[]) =>
        registry.read((reads) => reads.part('offers', caseId, audiences, { limit: 100 })).items.length;
      expect(offers(AUDIENCES.filter((audience) => audience !== 'room'))).toBe(0);
      expect(offers(['room'])).toBe(1);
    });

    it('come newest first, page by page, and another case’s are not among them', async () => {
      const { registry, caseId, next } = await withMessages(makeRegistry, 11);
      await registry.commit((tx) => tx.save(aCaseOpened({}, [aMessage('case', 'elsewhere')])));
      const bodies: string[] = [];
      let cursor: string | undefined;
      do {
        const page = registry.read((reads) => reads.part('messages', caseId, ['case'], { limit: 4, cursor }));
        bodies.push(...page.items.map(({ body }) => body));
        cursor = page.next ?? undefined;
        if (bodies.length === 4) await registry.commit((tx) => tx.save(aStep(next, [aMessage('case', 'new')])));
      } while (cursor);
      expect(bodies).toEqual(Array.from({ length: 11 }, (_, index) => `Message ${10 - index}`));
    });

    it('refuse a cursor that nobody was given', async () => {
      const { registry, caseId } = await withMessages(makeRegistry, 3);
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (cursor) => {
          const read = () => registry.read((reads) => reads.part('messages', caseId, ['case'], { limit: 1, cursor }));
          expect(read).toThrow(UnknownCursor);
        }),
      );
    });

    it('give cursors that are the same whether or not there is more that the reader may not see', async () => {
      const cursors: (string | null)[] = [];
      for (const secrets of [0, 3]) {
        const registry = await makeRegistry();
        const opened = aCaseOpened({ id: 'the-case', reference: `SC-2026-9${secrets}` });
        const said = (id: string) => ({ ...aMessage('case', id), id });
        const whispers = () => Array.from({ length: secrets }, () => aMessage('room'));
        await registry.commit((tx) => {
          tx.save(opened);
          tx.save(aStep(opened.next, [said('one'), ...whispers(), said('two'), ...whispers(), said('three')]));
        });
        cursors.push(registry.read((reads) => reads.part('messages', 'the-case', ['case'], { limit: 2 }).next));
      }
      expect(cursors[0]).toBe(cursors[1]);
    });

    it('count journal entries as each reader sees them', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      let theCase = opened.next;
      await registry.commit((tx) => {
        tx.save(opened);
        for (const audience of ['room', 'case', 'room', 'tribunal', 'case'] as const) {
          const step = aStep(theCase, [], { audience });
          tx.save(step);
          theCase = step.next;
        }
      });
      const number = (seq: number, ...audiences: Audience[]) =>
        registry.read((reads) => reads.journalNumber(theCase.id, seq, audiences));
      expect([number(6, 'case'), number(6, 'case', 'room'), number(3, 'case'), number(1, 'room')]).toEqual([
        3, 5, 2, 0,
      ]);
      expect(theCase.openVersion).toBe(4);
    });
  });
}

async function withEveryAudience(makeRegistry: MakeRegistry): Promise<{ registry: Registry; caseId: string }> {
  const registry = await makeRegistry();
  const opened = aCaseOpened();
  let theCase: CaseFile = opened.next;
  await registry.commit((tx) => {
    tx.save(opened);
    for (const audience of AUDIENCES) {
      const step = aStep(
        theCase,
        [
          aMessage(audience),
          aNotice({ audience }),
          aDocumentIssued({ audience }),
          { kind: 'DeadlineSet', deadline: aDeadline(), audience },
          ...(audience === 'room' ? [{ kind: 'OfferMade', offer: anOffer() } as const] : []),
        ],
        { audience },
      );
      tx.save(step);
      theCase = step.next;
    }
  });
  return { registry, caseId: theCase.id };
}

async function withMessages(makeRegistry: MakeRegistry, count: number) {
  const registry = await makeRegistry();
  const messages = Array.from({ length: count }, (_, index) => aMessage('case', `Message ${index}`));
  const { next } = aCaseOpened();
  await registry.commit((tx) => tx.save({ ...aCaseOpened(next, messages), next }));
  return { registry, caseId: next.id, next };
}
