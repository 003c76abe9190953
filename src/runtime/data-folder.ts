import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where a tribunal's data lies: everything that a backup has to hold. */
export interface DataFolder {
  readonly path: string;
  /** The database of the home registry. */
  readonly registry: string;
  /** A folder with those of the tribunal's other registries. */
  readonly registries: string;
  /** Documents' bytes, by their hash. */
  readonly files: string;
  /** Held by the one server that runs on this folder. */
  readonly lock: string;
  /** Held while an operator opens a registry: one at a time. */
  readonly openingLock: string;
  /** With what heads are signed: a JSON Web Key Set. Made when the first one is. */
  readonly headKeys: string;
  /** Optional: the tribunal's name, address and contact, as JSON. */
  readonly tribunal: string;
}

/**
 * Makes the folder where it is not there; nobody else on the machine may look into it.
 *
 * @throws with what to set when it cannot be made.
 */
export function dataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const why = (cause as Error).message;
    throw new Error(`The data folder cannot be made (${why}); set PARLEY_DATA to a folder that can be written`, {
      cause,
    });
  }
  return {
    path,
    registry: join(path, 'registry.db'),
    registries: join(path, 'registries'),
    files: join(path, 'files'),
    lock: join(path, 'server.lock'),
    openingLock: join(path, 'opening.lock'),
    headKeys: join(path, 'head-keys.json'),
    tribunal: join(path, 'tribunal.json'),
  };
}
