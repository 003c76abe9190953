import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backup, examineDatabase, restore } from '../../src/store/backup/backup.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { openNodeDatabase } from '../../src/store/database/node-database.ts';
import { aCaseOpened, aStep } from './a-decision.ts';
import { aFolder, aRegistry, MIGRATIONS } from './a-registry.ts';

describe('a backup', () => {
  it('is taken while people go on working, and is whole', async () => {
    const { registry, database } = aRegistry();
    const to = join(aFolder(), 'backup.db');
    const opened = aCaseOpened();
    await registry.commit((tx) => tx.save(opened));
    const writing = (async () => {
      for (let n = 0; n < 30; n += 1) await registry.commit((tx) => tx.save(aStep(tx.caseFile(opened.next.id)!)));
    })();
    await backup(database.connection, to, MIGRATIONS);
    await writing;

    expect(examineDatabase(to, MIGRATIONS)).toEqual([]);
    expect(readdirSync(join(to, '..'))).toEqual(['backup.db']);
    const kept = aRegistry(to).registry.read((reads) => reads.caseFile(opened.next.id));
    expect(kept?.version).toBeGreaterThanOrEqual(1);
  });

  it('takes the place of a registry, which is kept beside it', async () => {
    const file = join(aFolder(), 'registry.db');
    const to = join(aFolder(), 'backup.db');
    const { registry, database } = aRegistry(file);
    const opened = aCaseOpened();
    await registry.commit((tx) => tx.save(opened));
    await backup(database.connection, to, MIGRATIONS);
    await registry.commit((tx) => tx.save(aStep(opened.next)));
    await database.close();

    const former = restore(to, file, MIGRATIONS);
    const version = (path: string) => aRegistry(path).registry.read((reads) => reads.caseFile(opened.next.id)?.version);
    expect([version(file), version(former!)]).toEqual([1, 2]);
  });

  it('is restored where there was nothing', async () => {
    const { registry, database } = aRegistry();
    await registry.commit((tx) => tx.save(aCaseOpened()));
    const [to, file] = [join(aFolder(), 'backup.db'), join(aFolder(), 'registry.db')];
    await backup(database.connection, to, MIGRATIONS);
    expect(restore(to, file, MIGRATIONS)).toBeUndefined();
    expect(aRegistry(file).registry.read((reads) => reads.counts().cases)).toBe(1);
  });

  it('is not restored under a running server', async () => {
    const { registry, database } = aRegistry();
    await registry.commit((tx) => tx.save(aCaseOpened()));
    const to = join(aFolder(), 'backup.db');
    await backup(database.connection, to, MIGRATIONS);
    expect(() => restore(to, database.file, MIGRATIONS)).toThrow('stop the server');
    await registry.commit((tx) => tx.save(aCaseOpened()));
  });

  it.each([
    ['is cut short', (file: string) => truncateSync(file, 40_960)],
    ['has bytes flipped', flipBytes],
    ['is no database', (file: string) => writeFileSync(file, 'PK not a database at all')],
  ])('that %s replaces nothing', async (_, damage) => {
    const { registry, database } = aRegistry();
    const opened = Array.from({ length: 50 }, () => aCaseOpened());
    await registry.commit((tx) => {
      for (const one of opened) tx.save(one);
    });
    const to = join(aFolder(), 'backup.db');
    await backup(database.connection, to, MIGRATIONS);
    damage(to);
    await database.close();
    const before = readFileSync(database.file);
    expect(() => restore(to, database.file, MIGRATIONS)).toThrow('cannot be used');
    expect(readFileSync(database.file).equals(before)).toBe(true);
    expect(existsSync(`${database.file}.unfinished`)).toBe(false);
  });

  it('of another schema than this program’s is refused, and so is a missing one', async () => {
    const { database } = aRegistry();
    const to = join(aFolder(), 'backup.db');
    await backup(database.connection, to, MIGRATIONS);
    expect(() => restore(to, join(aFolder(), 'r.db'), MIGRATIONS.slice(0, 1))).toThrow('its schema is not one');
    expect(() => restore(join(aFolder(), 'none.db'), join(aFolder(), 'r.db'), MIGRATIONS)).toThrow('is not there');
  });

  it('that cannot be made leaves the one before it alone', async () => {
    const { database } = aRegistry();
    const to = join(aFolder(), 'backup.db');
    writeFileSync(to, 'the backup of yesterday');
    await expect(backup(database.connection, to, MIGRATIONS.slice(0, 1))).rejects.toThrow('cannot be used');
    expect(readFileSync(to, 'utf8')).toBe('the backup of yesterday');
  });
});

describe('migrations', () => {
  it('run once, however often the program starts', () => {
    const { database } = aRegistry();
    migrate(database, MIGRATIONS);
    expect(database.connection.prepare('select count(*) as n from __drizzle_migrations').get()).toEqual({
      n: MIGRATIONS.length,
    });
  });

  it('take the journal over as it was written, and guard it as before', () => {
    const database = openNodeDatabase(':memory:');
    const { connection } = database;
    migrate(database, MIGRATIONS.slice(0, 12));
    for (const id of ['c2', 'c1'])
      connection.exec(`insert into cases (id, reference, workflow_id, workflow_version, stage, state, status, version, open_version, opened_at, file)
        values ('${id}', '${id}', 'w', 1, 's', 's', 'open', 2, 2, '', '{}')`);
    for (const [seq, id] of [
      [1, 'c1'],
      [1, 'c2'],
      [2, 'c1'],
      [2, 'c2'],
    ] as const)
      connection.exec(`insert into journal (case_id, seq, id, audience, entry, previous_hash, hash)
        values ('${id}', ${seq}, 'e', 'case', '{"of":"${id}"}', '', '${id}${seq}')`);

    migrate(database, MIGRATIONS);
    expect(
      connection
        .prepare(
          'select journal.row, id_of, seq, hash, previous_row from journal join (select row as c, id as id_of from cases) on c = case_row order by 1',
        )
        .raw()
        .all(),
    ).toEqual([
      [1, 'c1', 1, 'c11', null],
      [2, 'c2', 1, 'c21', null],
      [3, 'c1', 2, 'c12', 1],
      [4, 'c2', 2, 'c22', 2],
    ]);
    expect(connection.prepare('select id, journal_row from cases order by id').raw().all()).toEqual([
      ['c1', 3],
      ['c2', 4],
    ]);
    expect(() => connection.exec('update journal set seq = 9')).toThrow('append-only');
    expect(() => connection.exec('delete from journal')).toThrow('append-only');
    expect(() =>
      connection.exec(
        "insert into journal (case_row, seq, id, audience, entry, previous_hash, hash) values (1, 4, '', '', '', '', '')",
      ),
    ).toThrow('gap');
  });

  it('refuse a database that a newer program wrote', () => {
    const { database } = aRegistry();
    expect(() => migrate(database, MIGRATIONS.slice(0, 1))).toThrow('newer version of Parley');
  });
});

/** In the middle of each page, so that no page is what it was. */
function flipBytes(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 4_096 + 8; at < bytes.length; at += 4_096) bytes.fill(0xff, at, at + 64);
  writeFileSync(file, bytes);
}
