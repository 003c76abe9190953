import { expect, it, onTestFinished } from 'vitest';
import { withRegistry } from '../../src/runtime/cli/with-registry.ts';
import { dataFolder } from '../../src/runtime/data-folder.ts';
import { openEngine } from '../../src/runtime/open-engine.ts';
import { shippedMigrations } from '../../src/runtime/registries/open-registry-file.ts';
import { lockFolder } from '../../src/runtime/server/lock-folder.ts';
import { migrate, schemaVersion } from '../../src/store/database/migrate.ts';
import { openNodeDatabase } from '../../src/store/database/node-database.ts';
import { aFolder } from '../store/a-registry.ts';

const [newest, beforeNewest] = shippedMigrations()
  .map(({ folderMillis }) => folderMillis)
  .toReversed();

/** A data folder as the version before this one left it. */
async function aFolderOfTheVersionBefore(): Promise<string> {
  const path = aFolder();
  const database = openNodeDatabase(dataFolder(path).registry);
  migrate(database, shippedMigrations().slice(0, -1));
  await database.close();
  return path;
}

async function schemaIn(path: string): Promise<number> {
  const database = openNodeDatabase(dataFolder(path).registry);
  const version = schemaVersion(database);
  await database.close();
  return version;
}

/** What a server does first. */
function serving(path: string) {
  const unlock = lockFolder(dataFolder(path).lock);
  onTestFinished(() => unlock?.());
  return unlock;
}

it('a command leaves a database to the older server that runs on it, and says what to do', async () => {
  const path = await aFolderOfTheVersionBefore();
  serving(path);
  await expect(withRegistry(path, async () => 'done')).rejects.toThrow(
    /^The server that runs on .+ is of an older version of Parley; use the commands of that version, or stop it/,
  );
  expect(await schemaIn(path)).toBe(beforeNewest);
});

it('a command brings a database over where no server runs, and none starts on it meanwhile', async () => {
  const path = await aFolderOfTheVersionBefore();
  expect(await withRegistry(path, async () => serving(path))).toBeUndefined();
  expect(await schemaIn(path)).toBe(newest);
  expect(serving(path)).toBeDefined();
});

it('a command runs beside a server of its own version', async () => {
  const path = aFolder();
  const engine = await openEngine({ path, origin: 'https://tribunal.example' });
  serving(path);
  expect(await withRegistry(path, async () => 'done')).toBe('done');
  await engine.database.close();
});
