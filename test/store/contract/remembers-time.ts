import { describe, expect, it } from 'vitest';
import { aCaseOpened, aDeadline, aNotice, aStep, minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';

export function remembersTime(makeRegistry: MakeRegistry): void {
  describe('time', () => {
    it('brings a deadline when its minute has ended, and a reminder at its instant, earliest first', async () => {
      const registry = await makeRegistry();
      const late = aDeadline({
        id: 'late',
        dueAt: '2026-03-02T18:00:00Z',
        reminders: [
          { at: minute(10), notice: 'first' },
          { at: minute(61), notice: 'last' },
        ],
      });
      const early = aDeadline({ id: 'early', dueAt: minute(20) });
      const opened = aCaseOpened({}, [
        { kind: 'DeadlineSet', deadline: late, audience: 'case' },
        { kind: 'DeadlineSet', deadline: early, audience: 'case' },
      ]);
      await registry.commit((tx) => tx.save(opened));
      const caseId = opened.next.id;
      const due = (at: string, limit = 10) => registry.read((reads) => reads.due(at, limit));

      expect(due(minute(9))).toEqual([]);
      expect(due(minute(20))).toEqual([{ caseId, deadline: 'late', reminder: 'first', at: minute(10) }]);
      expect(due(minute(61))).toEqual([
        { caseId, deadline: 'late', reminder: 'first', at: minute(10) },
        { caseId, deadline: 'early', at: minute(21) },
        { caseId, deadline: 'late', reminder: 'last', at: minute(61) },
        { caseId, deadline: 'late', at: minute(61) },
      ]);
      expect(due(minute(61), 2)).toHaveLength(2);
      expect(registry.read((reads) => reads.dueInCase(caseId, minute(61)))).toEqual(due(minute(61)));
      expect(registry.read((reads) => reads.dueInCase('another', minute(61)))).toEqual([]);
      expect(registry.read((reads) => reads.nextDueAt())).toBe(minute(10));
    });

    it('forgets what was met, follows what was extended, and reminds once', async () => {
      const registry = await makeRegistry();
      const deadline = aDeadline({ reminders: [{ at: minute(10), notice: 'first' }] });
      const opened = aCaseOpened({}, [{ kind: 'DeadlineSet', deadline, audience: 'case' }]);
      const reminded = { ...deadline, reminders: [] };
      const extended = { ...reminded, dueAt: minute(600), extensions: 1 };
      const caseId = opened.next.id;
      const now = (...facts: Parameters<typeof aStep>[1] & object) =>
        registry.commit((tx) => tx.save(aStep(tx.caseFile(caseId)!, facts)));
      const due = (at: string) =>
        registry.read((reads) => reads.due(at, 10)).map(({ reminder, at: when }) => [reminder, when]);

      await registry.commit((tx) => tx.save(opened));
      await now({ kind: 'DeadlineReminded', deadline: reminded, audience: 'case' });
      expect(due(minute(90))).toEqual([[undefined, minute(61)]]);
      await now({ kind: 'DeadlineExtended', deadline: extended, audience: 'case' });
      expect(due(minute(90))).toEqual([]);
      expect(due(minute(601))).toEqual([[undefined, minute(601)]]);
      await now({ kind: 'DeadlineEnded', id: deadline.id, name: deadline.name, how: 'met' });
      expect(due(minute(9_999))).toEqual([]);
      expect(registry.read((reads) => reads.nextDueAt())).toBeUndefined();
      expect(registry.read((reads) => reads.part('deadlines', caseId, ['case'], { limit: 9 })).items).toEqual([
        { ...extended, caseId, status: 'met', endedAt: minute(3), audience: 'case' },
      ]);
    });

    it('knows the next instant at which anything happens, mail included', async () => {
      const registry = await makeRegistry();
      const opened = aCaseOpened({}, [{ kind: 'DeadlineSet', deadline: aDeadline(), audience: 'case' }]);
      await registry.commit((tx) => tx.save(opened));
      expect(registry.read((reads) => reads.nextDueAt())).toBe(minute(61));
      await registry.commit((tx) => tx.save(aStep(opened.next, [aNotice()], { at: minute(7) })));
      expect(registry.read((reads) => reads.nextDueAt())).toBe(minute(7));
    });

    it('says by when a case should move on: its stage’s target or its oldest task', async () => {
      const registry = await makeRegistry();
      const json = JSON.stringify({
        title: { en: 'Small claims' },
        stages: [{ id: 'intake', target: { days: 5 } }, { id: 'response' }],
      });
      const task = {
        id: 't1',
        task: 'review',
        queue: 'registrar',
        openedIn: { chart: 'case', state: 'intake' },
        dueAt: minute(30),
      };
      const opened = aCaseOpened();
      const dueBy = () => registry.read((reads) => reads.caseRow(opened.next.id)?.dueBy);
      const become = (changes: Parameters<typeof aStep>[2] & object) =>
        registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!, [], changes)));
      await registry.commit((tx) => {
        tx.insertVersion({
          id: 'small-claims',
          version: 1,
          sha256: 'ab',
          json,
          publishedAt: minute(0),
          publishedBy: 'al',
          approvedBy: null,
          opensFrom: minute(0),
        });
        tx.save(opened);
      });
      expect(dueBy()).toBe(minute(5 * 24 * 60));
      await become({ changes: { tasks: [task] } });
      expect(dueBy()).toBe(minute(30));
      await become({ changes: { tasks: [], stage: 'response', stageSince: minute(2) } });
      expect(dueBy()).toBeNull();
    });
  });
}
