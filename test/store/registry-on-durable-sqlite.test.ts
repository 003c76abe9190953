import type { Registry } from '../../src/app/ports/registry.ts';
import { durableDrizzle } from '../../src/store/database/durable-database.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import type { RegistryDatabase } from '../../src/store/database/registry-database.ts';
import { openRegistry } from '../../src/store/open-registry.ts';
import { MIGRATIONS } from './a-registry.ts';
import { DurableStorage } from './durable-storage.ts';
import { registryContract } from './registry-contract.ts';

registryContract('durable-sqlite', makeRegistry);

/** Through drizzle's driver for Durable Objects. A commit waits for nobody: the object's output gate waits for the disk. */
function makeRegistry(): Registry {
  const storage = new DurableStorage();
  const database: RegistryDatabase = {
    drizzle: durableDrizzle(storage),
    transact: (work) => storage.transactionSync(work),
    commit: async (work) => storage.transactionSync(work),
    read: (work) => work(),
    onStale: () => {},
  };
  migrate(database, MIGRATIONS);
  return openRegistry('r1', database);
}
