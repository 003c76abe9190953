import { existsSync } from 'node:fs';
import { dataFolder } from '../data-folder.ts';
import { keptClock } from '../demo/kept-clock.ts';
import { type Engine, openEngine } from '../open-engine.ts';

/**
 * Runs something on the registry of a data folder, beside a server that may run on it too.
 *
 * @throws when there is no registry: the command line makes none
 */
export async function withRegistry<T>(path: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  if (!existsSync(path) || !existsSync(dataFolder(path).registry))
    throw new Error(`There is no registry in ${path}; start Parley once, or set PARLEY_DATA to its folder`);
  const engine = await openEngine({ path, clockOf: keptClock });
  try {
    return await work(engine);
  } finally {
    await engine.database.close();
  }
}
