import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFilter, Registry } from '../../../src/app/ports/registry.ts';
import type { CaseRow } from '../../../src/app/ports/rows.ts';
import { UnknownCursor } from '../../../src/app/ports/unknown-cursor.ts';
import type { CaseScope } from '../../../src/domain/access/case-scope.ts';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import type { Fact } from '../../../src/domain/fact.ts';
import { aCaseOpened, anId, aParty, aStep, minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';
import { saveAll } from '../save-all.ts';

const STAFF: CaseScope = { kind: 'staff', userId: 'rae' };

export function listsCases(makeRegistry: MakeRegistry): void {
  describe('lists of cases', () => {
    it('come newest first, page by page, every case once', async () => {
      const { registry } = await withCases(makeRegistry, 25);
      const walked = walk(registry, STAFF, {}, 7);
      expect(walked.map(({ length }) => length)).toEqual([7, 7, 7, 4]);
      const openings = walked.flat().map(({ openedAt }) => openedAt);
      expect(openings).toEqual([...openings].sort().reverse());
      expect(new Set(walked.flat().map(({ id }) => id)).size).toBe(25);
    });

    it('neither repeat nor leave out a case when others are opened between two pages', async () => {
      const { registry, ids } = await withCases(makeRegistry, 6);
      const first = registry.read((reads) => reads.cases(STAFF, {}, { limit: 3 }));
      await registry.commit((tx) => tx.save(aCaseOpened({ openedAt: minute(900) })));
      const second = registry.read((reads) => reads.cases(STAFF, {}, { limit: 3, cursor: first.next ?? undefined }));
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([...ids].reverse());
      expect(second.next).toBeNull();
    });

    it('refuse a cursor that nobody was given, and serve the next reader as before', async () => {
      const { registry, ids } = await withCases(makeRegistry, 3);
      fc.assert(
        fc.property(
          fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.json().filter(isNoCursor).map(btoa_)),
          (cursor) => {
            expect(() => registry.read((reads) => reads.cases(STAFF, {}, { limit: 2, cursor }))).toThrow(UnknownCursor);
            const { items } = registry.read((reads) => reads.cases(STAFF, {}, { limit: 2 }));
            expect(items[0]?.id).toBe(ids.at(-1));
          },
        ),
      );
    });

    it('hold from 1 to 100 cases, whatever was asked for', async () => {
      const { registry } = await withCases(makeRegistry, 103);
      const lengths = [0, -5, 2.9, 100, 1e9, Number.NaN].map(
        (limit) => registry.read((reads) => reads.cases(STAFF, {}, { limit })).items.length,
      );
      expect(lengths).toEqual([1, 1, 2, 100, 100, 1]);
    });

    it('show a party their own cases: bound to them, or open to their address', async () => {
      const registry = await makeRegistry();
      const bo = { userId: 'bo', email: ' Bo@Example.org ' };
      const bound = aCaseOpened({ parties: [aParty({ userId: 'bo', email: 'other@example.org' })] });
      const invited = aCaseOpened({ parties: [aParty({ invited: true })], openedAt: minute(1) });
      const twice = aCaseOpened({
        parties: [aParty({ invited: true }), aParty({ userId: 'bo' })],
        openedAt: minute(2),
      });
      const represented = aCaseOpened({
        parties: [aParty({ email: 'c@example.org', supporters: [supporter({ userId: 'bo' })] })],
        openedAt: minute(3),
      });
      const asked = aCaseOpened({
        parties: [aParty({ email: 'c@example.org', supporters: [supporter({ email: 'BO@example.org' })] })],
        openedAt: minute(4),
      });
      const notYetInvited = aCaseOpened({ parties: [aParty()], openedAt: minute(5) });
      const someoneElses = aCaseOpened({ parties: [aParty({ userId: 'cy', invited: true })], openedAt: minute(6) });
      const all = [bound, invited, twice, represented, asked, notYetInvited, someoneElses];
      await saveAll(registry, all);

      const expected = [asked, represented, twice, invited, bound].map(({ next }) => next.id);
      expect(
        walk(registry, { kind: 'participant', ...bo }, {}, 2)
          .flat()
          .map(({ id }) => id),
      ).toEqual(expected);
      expect(
        registry.read((reads) => reads.cases({ kind: 'participant', userId: 'no', email: '' }, {}, { limit: 9 })).items,
      ).toEqual([]);
      expect(registry.read((reads) => reads.cases({ kind: 'none' }, {}, { limit: 9 })).items).toEqual([]);
    });

    it('follow who joins, is invited and is revoked', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened();
      const [ada, bo] = opened.next.parties as [CaseFile['parties'][0], CaseFile['parties'][0]];
      await registry.commit((tx) => tx.save(opened));
      const seenBy = (userId: string, email = 'x@example.org') =>
        registry.read((reads) => reads.cases({ kind: 'participant', userId, email }, {}, { limit: 9 })).items.length;
      const become = (...parties: CaseFile['parties']) =>
        registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!, [], { changes: { parties } })));

      expect(seenBy('bo', 'bo@example.org')).toBe(0);
      await become(ada, { ...bo, invited: true });
      expect(seenBy('bo', 'bo@example.org')).toBe(1);
      await become(ada, { ...bo, invited: true, userId: 'bo' });
      expect([seenBy('bo'), seenBy('impostor', 'bo@example.org')]).toEqual([1, 0]);
      await become({ ...ada, supporters: [supporter({ userId: 'lea' })] }, bo);
      expect([seenBy('lea'), seenBy('ada')]).toEqual([1, 1]);
      await become(ada, bo);
      expect([seenBy('lea'), seenBy('ada')]).toEqual([0, 1]);
    });

    it('leave out for staff the cases in which they declared a conflict', async () => {
      const registry = await makeRegistry();
      const open = aCaseOpened();
      const conflicted = aCaseOpened({}, [{ kind: 'ConflictDeclared', userId: 'rae', reason: 'my neighbour' }]);
      await saveAll(registry, [open, conflicted]);
      const ids = (userId: string) =>
        registry
          .read((reads) => reads.cases({ kind: 'staff', userId }, {}, { limit: 9 }))
          .items.map(({ id }) => id)
          .sort();
      expect(ids('rae')).toEqual([open.next.id]);
      expect(ids('someone else')).toEqual([open.next.id, conflicted.next.id].sort());
    });

    it('are narrowed by stage, status, assignee and being overdue', async () => {
      const registry = await makeRegistry();
      const task = {
        id: anId(),
        task: 'review',
        queue: 'registrar',
        openedIn: { chart: 'case', state: 'intake' },
        dueAt: minute(30),
      };
      const late = aCaseOpened({ tasks: [task] });
      const closed = aCaseOpened({
        stage: 'closed',
        status: 'closed',
        closedAt: minute(2),
        tasks: [task],
        openedAt: minute(1),
      });
      const fays = aCaseOpened({ stage: 'facilitation', openedAt: minute(2) }, [
        { kind: 'Assigned', role: 'facilitator', userId: 'fay' },
        { kind: 'Assigned', role: 'registrar', userId: 'fay' },
      ]);
      const former = aCaseOpened({ openedAt: minute(3) }, [
        { kind: 'Assigned', role: 'facilitator', userId: 'fay' },
        { kind: 'Unassigned', role: 'facilitator', userId: 'fay' },
      ]);
      const names = new Map(Object.entries({ late, closed, fays, former }).map(([name, { next }]) => [next.id, name]));
      await saveAll(registry, [late, closed, fays, former]);
      const found = (filter: CaseFilter, scope: CaseScope = STAFF) =>
        registry.read((reads) => reads.cases(scope, filter, { limit: 9 })).items.map(({ id }) => names.get(id));

      expect(found({ stage: 'facilitation' })).toEqual(['fays']);
      expect(found({ status: 'closed' })).toEqual(['closed']);
      expect(found({ status: 'open', stage: 'intake' })).toEqual(['former', 'late']);
      expect(found({ assignee: 'fay' })).toEqual(['fays']);
      expect(found({ assignee: 'fay', stage: 'intake' })).toEqual([]);
      expect(found({ overdueAt: minute(31) })).toEqual(['late']);
      expect(found({ overdueAt: minute(30) })).toEqual([]);
      expect(found({ inTimeAt: minute(31) })).toEqual(['former', 'fays', 'closed']);
      expect(found({ inTimeAt: minute(30) })).toEqual(['former', 'fays', 'closed', 'late']);
      expect(
        found({ q: 'ada byr', status: 'open', stage: 'facilitation', assignee: 'fay', overdueAt: minute(31) }),
      ).toEqual([]);
      const ada: CaseScope = { kind: 'participant', userId: 'ada', email: 'ada@example.org' };
      expect(found({ assignee: 'fay' }, ada)).toEqual(['fays']);
      expect(found({ stage: 'intake', q: 'ada' }, ada)).toEqual(['former', 'late']);
    });

    it('are narrowed to those with work for someone: of the registry, or in what was given to them', async () => {
      const registry = await makeRegistry();
      const work = (queue: string, task = queue, id = anId()): Fact => {
        return { kind: 'TaskOpened', id, task, queue, title: { en: 'Do' }, priority: 'normal' };
      };
      const given = (userId: string): Fact => ({ kind: 'Assigned', role: 'member', userId });
      const cases = {
        registry: aCaseOpened({}, [work('registrar'), work('registrar', 'another')]),
        theirs: aCaseOpened({ openedAt: minute(1) }, [work('member'), given('rae')]),
        idle: aCaseOpened({ openedAt: minute(2) }, [work('facilitator'), given('rae')]),
        anothers: aCaseOpened({ openedAt: minute(3) }, [work('member'), given('max')]),
        done: aCaseOpened({ openedAt: minute(4) }, [
          work('registrar', 'review', 'done'),
          { kind: 'TaskClosed', id: 'done' },
        ]),
        apart: aCaseOpened({ openedAt: minute(5) }, [work('registrar', 'secret')]),
        conflicted: aCaseOpened({ openedAt: minute(6) }, [
          work('registrar'),
          { kind: 'ConflictDeclared', userId: 'rae', reason: 'my neighbour' },
        ]),
      };
      const names = new Map(Object.entries(cases).map(([name, { next }]) => [next.id, name]));
      await saveAll(registry, Object.values(cases));
      const found = (queues: readonly string[], withoutTasks: readonly string[] = [], filter: CaseFilter = {}) =>
        registry
          .read((reads) =>
            reads.cases(
              { kind: 'staff', userId: 'rae' },
              { ...filter, work: { userId: 'rae', queues, withoutTasks } },
              { limit: 9 },
            ),
          )
          .items.map(({ id }) => names.get(id));
      expect(found(['registrar'])).toEqual(['apart', 'registry']);
      expect(found(['member'])).toEqual(['theirs']);
      expect(found(['registrar', 'member'], ['secret'])).toEqual(['theirs', 'registry']);
      expect(found(['facilitator'])).toEqual([]);
      expect(found(['registrar', 'member'], [], { stage: 'elsewhere' })).toEqual([]);
      expect(found(['registrar', 'member'], [], { assignee: 'rae' })).toEqual(['theirs']);
    });

    it('find a case by its reference and the beginnings of names, as they are now', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened({ reference: 'SC-2026-000123', parties: [aParty({ name: 'Zoë O’Brien-Łukasik' })] });
      await saveAll(registry, [opened, aCaseOpened()]);
      const finds = (q: string) =>
        registry
          .read((reads) => reads.cases(STAFF, { q }, { limit: 9 }))
          .items.map(({ id }) => id)
          .join() === opened.next.id;
      expect(['zoe', 'ZOË o', 'brien', 'SC-2026-000123', 'sc-2026-0001', '000123 zo'].map(finds)).toEqual(
        Array(6).fill(true),
      );
      expect(['zoe ada', 'zob', '2026-000123-x', '"', '---'].map(finds)).toEqual(Array(5).fill(false));

      const renamed = [{ ...opened.next.parties[0]!, name: 'Zora Neale' }];
      await registry.commit((tx) => tx.save(aStep(opened.next, [], { changes: { parties: renamed } })));
      expect(['zora', 'zoe'].map(finds)).toEqual([true, false]);
    });

    it('take any text as words, and never as syntax', async () => {
      const { registry } = await withCases(makeRegistry, 1);
      const syntax = fc.constantFrom(
        'NEAR(',
        'AND',
        'OR',
        'NOT',
        '"',
        '*',
        '^',
        '-',
        ':',
        '{',
        '}',
        '+',
        '\u0000',
        "'",
        ')',
      );
      const typed = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.oneof(syntax, fc.string()), { maxLength: 8 }).map((words) => words.join(' ')),
      );
      fc.assert(
        fc.property(typed, (q) => {
          registry.read((reads) => reads.cases(STAFF, { q }, { limit: 1 }));
          registry.read((reads) => reads.publishedDecisions({ q }, { limit: 1 }));
        }),
        { numRuns: 300 },
      );
    });
  });
}

async function withCases(makeRegistry: MakeRegistry, count: number): Promise<{ registry: Registry; ids: string[] }> {
  const registry = await makeRegistry();
  // Two by two they are opened in the same minute.
  const cases = Array.from({ length: count }, (_, index) => aCaseOpened({ openedAt: minute(Math.floor(index / 2)) }));
  await saveAll(registry, cases);
  return { registry, ids: cases.map(({ next }) => next.id) };
}

function walk(registry: Registry, scope: CaseScope, filter: CaseFilter, limit: number) {
  const pages: CaseRow[][] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = registry.read((reads) => reads.cases(scope, filter, { limit, cursor }));
    pages.push([...items]);
    cursor = next ?? undefined;
  } while (cursor);
  return pages;
}

function supporter(changes: Partial<CaseFile['parties'][0]['supporters'][0]>) {
  return { id: anId('s'), capacity: 'representative', name: 'Lea', email: 'lea@example.org', ...changes } as const;
}

function btoa_(text: string): string {
  return btoa(encodeURIComponent(text));
}

/** Two texts are what a cursor is made of. */
function isNoCursor(json: string): boolean {
  return !/^\["[^"]*","[^"]*"\]$/.test(json);
}
