import { env, runInDurableObject } from 'cloudflare:test';
import { migrations } from 'parley:shipped';
import type { DurableObjectStorage } from '@cloudflare/workers-types';
import { aroundEach } from 'vitest';
import { type DurableStorage, openDurableDatabase } from '../../src/store/database/durable-database.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { openRegistry } from '../../src/store/open-registry.ts';
import { registryContract } from '../store/registry-contract.ts';

let storage: DurableObjectStorage;

/** Each test runs inside an object of its own. */
aroundEach(async (runTest) => {
  await runInDurableObject(env.OBJECTS.get(env.OBJECTS.newUniqueId()), async (_, state) => {
    storage = state.storage;
    await runTest();
  });
});

registryContract('a Durable Object of workerd', async () => {
  // A test that makes two registries is done with the first by then.
  await storage.deleteAll();
  const database = openDurableDatabase(storage as DurableStorage);
  migrate(database, migrations);
  return openRegistry('r1', database);
});
