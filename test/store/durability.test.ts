import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StorageUnavailable } from '../../src/app/ports/registry.ts';
import { openNodeDatabase } from '../../src/store/database/node-database.ts';
import { aCaseOpened, aStep } from './a-decision.ts';
import { aFolder, aRegistry } from './a-registry.ts';

describe('what was acknowledged', () => {
  it('is there when the file is opened again, and what was not is not', async () => {
    const file = join(aFolder(), 'registry.db');
    const { registry, database } = aRegistry(file);
    const opened = aCaseOpened();
    await registry.commit((tx) => tx.save(opened));
    const undone = registry.commit((tx) => {
      tx.save(aStep(opened.next));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await database.close();

    const again = aRegistry(file).registry;
    expect(again.read((reads) => reads.caseFile(opened.next.id))).toEqual(opened.next);
  });

  it('is seen by another process before it is acknowledged here', async () => {
    const file = join(aFolder(), 'registry.db');
    const { registry } = aRegistry(file);
    const other = aRegistry(file).registry;
    const opened = aCaseOpened();
    await registry.commit((tx) => tx.save(opened));
    expect(other.read((reads) => reads.caseFile(opened.next.id)?.version)).toBe(1);
  });

  it('includes what still waited when the registry was closed', async () => {
    const file = join(aFolder(), 'registry.db');
    const { registry, database } = aRegistry(file);
    const opened = aCaseOpened();
    const saved = registry.commit((tx) => tx.save(opened));
    await database.close();
    await saved;
    expect(aRegistry(file).registry.read((reads) => reads.counts().cases)).toBe(1);
  });

  it('is written to a log that is flushed at each commit, with foreign keys held to', () => {
    const { connection } = aRegistry().database;
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers'] as const;
    expect(pragmas.map((name) => connection.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1]);
  });

  it('needs a file that can keep it: anything else is refused at the door', () => {
    expect(() => openNodeDatabase(join(aFolder(), 'no', 'such', 'folder.db'))).toThrow(StorageUnavailable);
  });
});

describe('when the disk is full', () => {
  it('nothing of the batch is kept or acknowledged, and all goes on once there is space', async () => {
    const { registry, database } = aRegistry();
    const opened = aCaseOpened();
    await registry.commit((tx) => tx.save(opened));
    const pages = database.connection.pragma('page_count', { simple: true });
    database.connection.pragma(`max_page_count = ${pages}`);

    const results = await Promise.allSettled([
      registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!))),
      ...Array.from({ length: 40 }, () => registry.commit((tx) => tx.save(aCaseOpened()))),
    ]);
    const reasons = results.map((result) => (result.status === 'rejected' ? result.reason : undefined));
    expect(reasons.filter((reason) => reason instanceof StorageUnavailable)).toHaveLength(41);
    expect(registry.read((reads) => [reads.caseFile(opened.next.id)?.version, reads.counts().cases])).toEqual([1, 1]);

    database.connection.pragma('max_page_count = 1073741823');
    await registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!)));
    expect(registry.read((reads) => reads.caseFile(opened.next.id)?.version)).toBe(2);
  });

  it('who throws into a batch that has no space is told of their own mistake, and the others of the disk', async () => {
    const { registry, database } = aRegistry();
    const pages = database.connection.pragma('page_count', { simple: true });
    database.connection.pragma(`max_page_count = ${pages}`);
    const results = await Promise.allSettled([
      registry.commit(() => {
        throw new Error('my own mistake');
      }),
      ...Array.from({ length: 3 }, () =>
        registry.commit((tx) => {
          for (let n = 0; n < 40; n += 1) tx.save(aCaseOpened());
        }),
      ),
    ]);
    const reasons = results.map((result) => (result.status === 'rejected' ? result.reason : undefined));
    expect(reasons[0]).toMatchObject({ message: 'my own mistake' });
    expect(reasons.filter((reason) => reason instanceof StorageUnavailable)).toHaveLength(3);
    expect(registry.read((reads) => reads.counts().cases)).toBe(0);
  });

  it('what only COMMIT refuses is undone alone', async () => {
    const { registry, database } = aRegistry();
    const opened = aCaseOpened();
    await registry.commit((tx) => tx.save(opened));
    // A deferred foreign key is checked by COMMIT itself.
    const commits = [
      registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!))),
      registry.commit(() => {
        database.connection.pragma('defer_foreign_keys = ON');
        database.connection.exec(
          "insert into deliveries (notice_id, channel, status, attempts) values ('no such notice', 'email', 'queued', 0)",
        );
      }),
    ];
    const results = await Promise.allSettled(commits);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(registry.read((reads) => reads.caseFile(opened.next.id)?.version)).toBe(2);
    await registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!)));
  });

  it('a writer who finds the file locked for too long is told, and can try again', async () => {
    const file = join(aFolder(), 'registry.db');
    const { registry, database } = aRegistry(file);
    const other = aRegistry(file).database.connection;
    database.connection.pragma('busy_timeout = 20');
    other.exec('BEGIN IMMEDIATE');
    await expect(registry.commit((tx) => tx.takeReference('SC', 2026))).rejects.toThrow(StorageUnavailable);
    other.exec('ROLLBACK');
    expect(await registry.commit((tx) => tx.nextReference('SC', 2026))).toBe('SC-2026-000001');
  });

  it('work that is not synchronous is refused', async () => {
    const { registry } = aRegistry();
    await expect(registry.commit(async (tx) => tx.putSetting('a', 1))).rejects.toThrow('must be synchronous');
    expect(registry.read((reads) => reads.setting('a'))).toBeUndefined();
  });
});

describe('two processes with one file', () => {
  it('never see a case as it was before the other changed it', async () => {
    const file = join(aFolder(), 'registry.db');
    const server = aRegistry(file).registry;
    const commandLine = aRegistry(file).registry;
    const opened = aCaseOpened();
    await server.commit((tx) => tx.save(opened));
    const { id } = opened.next;
    for (let n = 2; n <= 20; n += 1) {
      const writer = n % 2 === 0 ? commandLine : server;
      await writer.commit((tx) => tx.save(aStep(tx.caseFile(id)!)));
      for (const reader of [server, commandLine]) expect(reader.read((reads) => reads.caseFile(id)?.version)).toBe(n);
    }
  });

  it('keep the journal gapless when both write as fast as they can', async () => {
    const file = join(aFolder(), 'registry.db');
    const both = [aRegistry(file).registry, aRegistry(file).registry];
    const opened = aCaseOpened();
    await both[0]!.commit((tx) => tx.save(opened));
    await Promise.all(
      both.flatMap((registry) =>
        Array.from({ length: 8 }, async () => {
          for (let n = 0; n < 10; n += 1) {
            await registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!)));
          }
        }),
      ),
    );
    const seqs = both[1]!.read((reads) => [...reads.journalInOrder(opened.next.id)].map(({ seq }) => seq));
    expect(seqs).toEqual(Array.from({ length: 161 }, (_, index) => index + 1));
  });
});
