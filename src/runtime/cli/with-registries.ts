import { dataFolder } from '../data-folder.ts';
import type { Engine } from '../open-engine.ts';
import { allRegistries } from '../registries/all-registries.ts';
import { withRegistry } from './with-registry.ts';

/**
 * Runs something on all registries of a data folder, the home registry first, beside a server that may run on it too. Asked
 * again, it tells of those that were opened meanwhile.
 *
 * @throws when there is no registry, or one that is listed is missing
 */
export function withRegistries<T>(path: string, work: (registries: () => readonly Engine[]) => Promise<T>): Promise<T> {
  return withRegistry(path, async (home) => {
    const registries = allRegistries(home, { folder: dataFolder(path) });
    try {
      return await work(() => [home, ...registries.others()]);
    } finally {
      await registries.close();
    }
  });
}
