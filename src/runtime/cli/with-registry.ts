import { existsSync } from 'node:fs';
import { dataFolder } from '../data-folder.ts';
import { keptClock } from '../demo/kept-clock.ts';
import { type Engine, openEngine } from '../open-engine.ts';
import { lockFolder, type Unlock } from '../server/lock-folder.ts';

/**
 * Runs something on the registry of a data folder, beside a server that may run on it too.
 *
 * @throws when there is no registry: the command line makes none; when a server of an older version runs on it, which
 *   would no longer know its database
 */
export async function withRegistry<T>(path: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  if (!existsSync(path) || !existsSync(dataFolder(path).registry))
    throw new Error(`There is no registry in ${path}; start Parley once, or set PARLEY_DATA to its folder`);
  let unlock: Unlock | undefined;
  try {
    const engine = await openEngine({
      path,
      clockOf: keptClock,
      beforeUpgrade() {
        unlock = lockFolder(dataFolder(path).lock);
        if (!unlock)
          throw new Error(
            `The server that runs on ${path} is of an older version of Parley; use the commands of that version, or stop it and start this one`,
          );
      },
    });
    try {
      return await work(engine);
    } finally {
      await engine.database.close();
    }
  } finally {
    unlock?.();
  }
}
