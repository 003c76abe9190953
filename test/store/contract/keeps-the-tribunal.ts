import { describe, expect, it } from 'vitest';
import { minute } from '../a-decision.ts';
import type { MakeRegistry } from '../registry-contract.ts';

export function keepsTheTribunal(makeRegistry: MakeRegistry): void {
  describe('the tribunal', () => {
    it('publishes versions that open to new cases from an instant on', async () => {
      const registry = await makeRegistry();
      const one = aVersion(1, minute(0), 'Small claims');
      const two = aVersion(2, minute(100), 'Small claims, revised');
      await registry.commit((tx) => {
        tx.insertVersion(one);
        tx.insertVersion(two);
      });
      expect(registry.read((reads) => reads.workflows())).toEqual([
        { id: 'small-claims', title: { en: 'Small claims, revised' }, latestVersion: 2 },
      ]);
      expect(registry.read((reads) => reads.workflowVersion('small-claims', 1))).toEqual(one);
      expect(registry.read((reads) => reads.workflowVersion('small-claims', 3))).toBeUndefined();
      const current = (at: string) => registry.read((reads) => reads.currentWorkflow('small-claims', at)?.version);
      expect([current(minute(-1)), current(minute(0)), current(minute(99)), current(minute(100))]).toEqual([
        undefined,
        1,
        1,
        2,
      ]);
    });

    it('keeps one draft of a workflow, and what was proposed with it', async () => {
      const registry = await makeRegistry();
      const draft = { id: 'small-claims', json: '{}', sha256: 'ab', savedBy: 'al', savedAt: minute(0), proposal: null };
      const proposed = { ...draft, proposal: { by: 'al', at: minute(1), sha256: 'ab', opensFrom: minute(9) } };
      await registry.commit((tx) => tx.putDraft(draft));
      expect(registry.read((reads) => reads.workflowDraft('small-claims'))).toEqual(draft);
      await registry.commit((tx) => tx.putDraft(proposed));
      expect(registry.read((reads) => reads.workflowDraft('small-claims'))).toEqual(proposed);
      await registry.commit((tx) => tx.deleteDraft('small-claims'));
      expect(registry.read((reads) => reads.workflowDraft('small-claims'))).toBeUndefined();
    });

    it('remembers the answer to a request that may come again', async () => {
      const registry = await makeRegistry();
      const answer = { requestHash: 'ab', status: 201, body: '{"id":1}' };
      await registry.commit((tx) => tx.rememberIdempotent('ada', 'k1', { ...answer, at: minute(0) }));
      const remembered = await registry.commit((tx) => [
        tx.idempotent('ada', 'k1'),
        tx.idempotent('bo', 'k1'),
        tx.idempotent('ada', 'k2'),
      ]);
      expect(remembered).toEqual([answer, undefined, undefined]);
    });

    it('does one thing for fifty copies of a request', async () => {
      const registry = await makeRegistry();
      const once = () =>
        registry.commit((tx) => {
          const before = tx.idempotent('ada', 'k1');
          if (before) return before.body;
          const body = tx.nextReference('SC', 2026);
          tx.takeReference('SC', 2026);
          tx.rememberIdempotent('ada', 'k1', { requestHash: 'ab', status: 201, body, at: minute(0) });
          return body;
        });
      const answers = await Promise.all(Array.from({ length: 50 }, once));
      expect(new Set(answers)).toEqual(new Set(['SC-2026-000001']));
    });

    it('keeps settings of any shape', async () => {
      const registry = await makeRegistry();
      await registry.commit((tx) => {
        tx.putSetting('name', 'Tribunal');
        tx.putSetting('name', { en: 'Civil Tribunal' });
        tx.putSetting('strict', false);
      });
      const read = registry.read((reads) => ['name', 'strict', 'unset'].map((name) => reads.setting(name)));
      expect(read).toEqual([{ en: 'Civil Tribunal' }, false, undefined]);
    });

    it('takes an audit line', async () => {
      const registry = await makeRegistry();
      await registry.commit((tx) => tx.audit({ at: minute(0), userId: 'rae', action: 'sealed.read', subject: 'c1' }));
    });
  });
}

function aVersion(version: number, opensFrom: string, title: string) {
  const json = JSON.stringify({ title: { en: title }, stages: [] });
  return {
    id: 'small-claims',
    version,
    sha256: 'ab',
    json,
    publishedAt: minute(0),
    publishedBy: 'al',
    approvedBy: null,
    opensFrom,
  };
}
