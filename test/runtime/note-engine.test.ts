import { describe, expect, it, onTestFinished } from 'vitest';
import { ENGINE_REVISION } from '../../src/domain/engine-revision.ts';
import { noteEngine } from '../../src/runtime/note-engine.ts';
import { openEngine } from '../../src/runtime/open-engine.ts';
import { aFolder } from '../store/a-registry.ts';

const served = { origin: 'https://tribunal.example' };

async function opened(settings: Parameters<typeof openEngine>[0]) {
  const engine = await openEngine(settings);
  onTestFinished(() => void engine.database.connection.close());
  return engine;
}

describe('a registry that a newer Parley has served', () => {
  it('is not served by an older one, which says what to start', async () => {
    const path = aFolder();
    const { ports } = await opened({ path, ...served });
    await ports.registry.commit((tx) => noteEngine(tx, ENGINE_REVISION + 1));
    await expect(openEngine({ path, ...served })).rejects.toThrow(
      /written by a newer Parley \(revision \d+ .* knows \d+\); start that version, or restore a backup/,
    );
  });

  it('can still be read by the tools of the older one, which say of each case that it is newer', async () => {
    const path = aFolder();
    const { ports } = await opened({ path, ...served });
    await ports.registry.commit((tx) => noteEngine(tx, ENGINE_REVISION + 1));
    const { ports: tools } = await opened({ path });
    expect(tools.registry.read((reads) => reads.counts().cases)).toBe(0);
  });

  it('is served again by the newer one, and by one that is newer still', async () => {
    const { ports } = await opened({ path: aFolder(), ...served });
    const kept = () => ports.registry.read((reads) => reads.setting('engine'));
    expect(kept()).toBe(ENGINE_REVISION);
    await ports.registry.commit((tx) => noteEngine(tx, 7));
    await ports.registry.commit((tx) => noteEngine(tx, 7));
    await ports.registry.commit((tx) => noteEngine(tx, 9));
    expect(kept()).toBe(9);
  });
});
