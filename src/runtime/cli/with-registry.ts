import { existsSync } from 'node:fs';
import { compose, type Parley } from '../compose.ts';
import { dataFolder } from '../data-folder.ts';
import { keptClock } from '../demo/kept-clock.ts';

/**
 * Runs something on the registry of a data folder, beside a server that may run on it too.
 *
 * @throws when there is no registry: the command line makes none
 */
export async function withRegistry<T>(path: string, work: (parley: Parley) => Promise<T>): Promise<T> {
  if (!existsSync(path) || !existsSync(dataFolder(path).registry))
    throw new Error(`There is no registry in ${path}; start Parley once, or set PARLEY_DATA to its folder`);
  const parley = await compose({ path, mode: 'production', clockOf: keptClock });
  try {
    return await work(parley);
  } finally {
    await parley.close();
  }
}
