import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { aCaseOpened } from './a-decision.ts';
import { aFolder, aRegistry, type OpenedRegistry } from './a-registry.ts';

const NEVER = Number.MAX_SAFE_INTEGER;

describe('the write-ahead log', () => {
  it('is emptied by the writer at its cap', async () => {
    const limits = { threadFromPages: NEVER, restartFromPages: NEVER, littleToCopyPages: 0, capPages: 100 };
    const opened = aRegistry(join(aFolder(), 'registry.db'), limits);
    await write(opened, 200);
    expect(statSync(`${opened.database.file}-wal`).size).toBeLessThan(200 * 4_096);
  });

  it('is copied by a thread meanwhile, and the file is whole when all is closed', async () => {
    const limits = { threadFromPages: 20, restartFromPages: 40, littleToCopyPages: 30, capPages: 5_000 };
    const file = join(aFolder(), 'registry.db');
    const opened = aRegistry(file, limits);
    for (let n = 0; n < 40 && copiedPages(opened) === 0; n += 1) {
      await write(opened, 10);
      await pause(25);
    }
    expect(copiedPages(opened)).toBeGreaterThan(0);
    const { cases } = opened.registry.read((reads) => reads.counts());
    await opened.database.close();
    expect(() => statSync(`${file}-wal`)).toThrow();
    expect(aRegistry(file).registry.read((reads) => reads.counts().cases)).toBe(cases);
  });
});

async function write({ registry }: OpenedRegistry, cases: number): Promise<void> {
  for (let n = 0; n < cases; n += 1) await registry.commit((tx) => tx.save(aCaseOpened()));
}

function copiedPages({ database }: OpenedRegistry): number {
  const [log] = database.connection.pragma('wal_checkpoint(NOOP)') as { checkpointed: number }[];
  return log!.checkpointed;
}
