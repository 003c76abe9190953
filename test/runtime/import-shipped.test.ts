import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addCalendars, calendarsOf } from '../../src/runtime/kept-calendars.ts';
import { nodeIds } from '../../src/runtime/node-ids.ts';
import { openRegistryFile } from '../../src/runtime/registries/open-registry-file.ts';
import { importShipped } from '../../src/runtime/shipped/import-shipped.ts';
import { calendar } from '../a-process.ts';
import { TestClock } from '../app/a-tribunal.ts';

function aRegistry() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-import-'));
  const { registry, database } = openRegistryFile(join(folder, 'registry.db'));
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { registry, clock: new TestClock(), ids: nodeIds };
}

/** As if an older program had published its own small claim. */
async function publishOlder({ registry, clock }: ReturnType<typeof aRegistry>): Promise<void> {
  const at = clock.now();
  const row = { id: 'small-claims', version: 1, sha256: 'older', json: '{"id":"small-claims","title":{}}' };
  await registry.commit((tx) =>
    tx.insertVersion({ ...row, publishedAt: at, publishedBy: 'shipped', approvedBy: null, opensFrom: at }),
  );
}

describe('what ships with the program', () => {
  it('is published as version 1 where it is missing, once', async () => {
    const ports = aRegistry();
    const remarks: string[] = [];
    await importShipped(ports, 'production', (remark) => remarks.push(remark));
    await importShipped(ports, 'production', (remark) => remarks.push(remark));
    const found = ports.registry.read((reads) => reads.workflows().find(({ id }) => id === 'small-claims'));
    expect(found).toMatchObject({ latestVersion: 1 });
    expect(remarks).toEqual([]);
  });

  it('that has changed waits in production as a draft for two administrators', async () => {
    const ports = aRegistry();
    await publishOlder(ports);
    const remarks: string[] = [];
    await importShipped(ports, 'production', (remark) => remarks.push(remark));
    expect(remarks.join()).toMatch(/small-claims\.json has changed; it is a draft now, for two administrators/);
    ports.registry.read((reads) => {
      expect(reads.workflowDraft('small-claims')).toMatchObject({ savedBy: 'shipped', proposal: null });
      expect(reads.workflowVersion('small-claims', 2)).toBeUndefined();
    });
  });

  it('is not put forward again after administrators have put it aside', async () => {
    const ports = aRegistry();
    await publishOlder(ports);
    await importShipped(ports, 'production', () => {});
    await ports.registry.commit((tx) => tx.deleteDraft('small-claims'));
    const remarks: string[] = [];
    await importShipped(ports, 'production', (remark) => remarks.push(remark));
    expect(remarks).toEqual([]);
    expect(ports.registry.read((reads) => reads.workflowDraft('small-claims'))).toBeUndefined();
  });

  it('does not overwrite a draft that somebody is at', async () => {
    const ports = aRegistry();
    await publishOlder(ports);
    const draft = {
      id: 'small-claims',
      json: '{}',
      sha256: 'theirs',
      savedBy: 'nora',
      savedAt: ports.clock.now(),
      proposal: null,
    };
    await ports.registry.commit((tx) => tx.putDraft(draft));
    const remarks: string[] = [];
    await importShipped(ports, 'production', (remark) => remarks.push(remark));
    expect(remarks.join()).toMatch(/its draft holds someone's work/);
    expect(ports.registry.read((reads) => reads.workflowDraft('small-claims'))?.sha256).toBe('theirs');
  });

  it('that has changed is the next version of a demonstration at once', async () => {
    const ports = aRegistry();
    await publishOlder(ports);
    await importShipped(ports, 'demo', () => {});
    expect(ports.registry.read((reads) => reads.workflowVersion('small-claims', 2))).toMatchObject({
      publishedBy: 'shipped',
    });
  });
});

describe('a calendar', () => {
  const bc = calendar('ca-bc');
  const next = { ...bc, version: 2, from: '2026-05-01' };

  it('keeps its version for what was decided before the next one was known, also when that one begins earlier', async () => {
    const { registry } = aRegistry();
    await registry.commit((tx) => addCalendars(tx, [bc], '2026-01-01T00:00:00.000Z'));
    await registry.commit((tx) => addCalendars(tx, [next], '2026-06-01T00:00:00.000Z'));
    const at = calendarsOf(registry);
    expect(at('ca-bc', '2026-05-15T00:00:00.000Z').version).toBe(1);
    expect(at('ca-bc', '2026-06-02T00:00:00.000Z').version).toBe(2);
    expect(at('ca-bc', '2020-01-01T00:00:00.000Z').version).toBe(1);
  });

  it('never changes under the same version: whoever edits it is told', async () => {
    const { registry } = aRegistry();
    await registry.commit((tx) => addCalendars(tx, [bc], '2026-01-01T00:00:00.000Z'));
    const edited = { ...bc, source: 'somewhere else' };
    expect(await registry.commit((tx) => addCalendars(tx, [edited], '2026-02-01T00:00:00.000Z'))).toEqual([edited]);
    expect(calendarsOf(registry)('ca-bc', '2026-03-01T00:00:00.000Z').source).toBe(bc.source);
  });

  it('that is missing stops what needs it, and says what to put back', () => {
    const { registry } = aRegistry();
    expect(() => calendarsOf(registry)('ca-bc', '2026-03-01T00:00:00.000Z')).toThrow(/put calendars\/ca-bc\.json back/);
  });
});
