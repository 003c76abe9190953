import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { directoryOf } from '../../src/app/registries/directory.ts';
import { dataFolder } from '../../src/runtime/data-folder.ts';
import { openEngine } from '../../src/runtime/open-engine.ts';
import { allRegistries } from '../../src/runtime/registries/all-registries.ts';
import { makeRegistry } from '../../src/runtime/registries/make-registry.ts';
import { openRegistryFile } from '../../src/runtime/registries/open-registry-file.ts';
import { importShipped } from '../../src/runtime/shipped/import-shipped.ts';
import { programs, runCli } from '../a-server.ts';
import { aCaseOpened } from '../store/a-decision.ts';
import { statementsDuring } from '../store/statements-during.ts';

async function aHome() {
  const path = join(mkdtempSync(join(tmpdir(), 'parley-opening-')), 'data');
  const folder = dataFolder(path);
  const home = await openEngine({ path, origin: 'http://localhost' });
  onTestFinished(async () => {
    await home.database.close();
    rmSync(join(path, '..'), { recursive: true, force: true });
  });
  await importShipped(home.ports, 'production', () => {});
  return { home, folder, path, east: join(folder.registries, 'east.db') };
}

describe('opening a registry', () => {
  it('leaves one whole file, with all that the tribunal shares', async () => {
    const { home, folder, east } = await aHome();
    await makeRegistry(home, folder, 'east');
    expect(readdirSync(folder.registries)).toEqual(['east.db']);
    const { registry, database } = openRegistryFile(east, { id: 'east' });
    const workflows = registry.read((reads) => reads.workflows().map(({ id }) => id));
    const calendars = registry.read((reads) => reads.setting('calendars'));
    await database.close();
    expect(workflows).toEqual(home.ports.registry.read((reads) => reads.workflows().map(({ id }) => id)));
    expect(calendars).toEqual(home.ports.registry.read((reads) => reads.setting('calendars')));
  });

  it('begins anew where it was broken off half-way', async () => {
    const { home, folder, east } = await aHome();
    await makeRegistry(home, folder, 'north');
    writeFileSync(`${east}.opening`, 'half a page');
    writeFileSync(`${east}.opening-wal`, 'of a log');
    await makeRegistry(home, folder, 'east');
    expect(readdirSync(folder.registries).toSorted()).toEqual(['east.db', 'north.db']);
  });

  it('takes the file of a try that ended before it was listed, unless there are cases in it', async () => {
    const { home, folder, east } = await aHome();
    await makeRegistry(home, folder, 'east');
    await makeRegistry(home, folder, 'east');
    const { registry, database } = openRegistryFile(east, { id: 'east' });
    await registry.commit((tx) => tx.save(aCaseOpened()));
    await database.close();
    await expect(makeRegistry(home, folder, 'east')).rejects.toThrow(/east\.db holds 1 cases, .* move the file away/);
    expect(existsSync(east)).toBe(true);
  });

  it('is done or not begun, whenever it is killed', async () => {
    await programs();
    const { home, path } = await aHome();
    for (const [number, ms] of [250, 400, 550, 700].entries()) {
      const id = `r${number}`;
      await killedAfter(ms, path, id);
      const listed = () => home.ports.registry.read(directoryOf).some((entry) => entry.id === id);
      const wasDone = listed();
      const again = await runCli(['open-registry', id], { PARLEY_DATA: path });
      expect([wasDone, again.code]).toEqual([wasDone, wasDone ? 1 : 0]);
      expect(listed()).toBe(true);
    }
    expect(await runCli(['verify'], { PARLEY_DATA: path })).toMatchObject({ code: 0 });
  });
});

function killedAfter(ms: number, path: string, id: string): Promise<void> {
  const program = join(import.meta.dirname, '../../dist/cli.js');
  return new Promise((resolve) => {
    const env = { ...process.env, PARLEY_DATA: path };
    const child = execFile(process.execPath, [program, 'open-registry', id], { env }, () => resolve());
    setTimeout(() => child.kill('SIGKILL'), ms);
  });
}

describe('a program with one registry', () => {
  it('asks the database nothing to learn that there is no other, until an operator opens one', async () => {
    const { home, folder, path } = await aHome();
    const registries = allRegistries(home, { folder });
    onTestFinished(() => registries.close());
    expect(registries.others()).toEqual([]);
    const { connection } = home.database;
    const asked = await statementsDuring(connection, async () => {
      for (let request = 0; request < 10; request += 1) registries.everywhere('home').others();
    });
    expect(asked).toEqual([]);
    expect((await runCli(['open-registry', 'east'], { PARLEY_DATA: path })).code).toBe(0);
    home.ports.registry.read((reads) => reads.counts());
    expect(registries.everywhere('home').others()).toMatchObject([{ id: 'east' }]);
    expect(registries.everywhere('east').others()).toMatchObject([{ id: 'home' }]);
  });
});
