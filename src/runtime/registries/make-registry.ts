import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import type { Engine } from '../open-engine.ts';
import { putInPlace, removeDatabase } from './database-file.ts';
import { openOtherRegistry } from './open-other-registry.ts';
import { openRegistryFile } from './open-registry-file.ts';
import { registryFile } from './registry-file.ts';

/**
 * Makes the database of a registry that the directory does not list yet, with its copy of what is shared. It is made aside
 * and put into its place whole: a crash leaves none, or one that nobody has been told of and that the next try takes.
 *
 * @throws when there is one that holds cases: they belong to somebody
 */
export async function makeRegistry(
  home: Engine,
  folder: Pick<DataFolder, 'registry' | 'registries'>,
  id: string,
): Promise<void> {
  const file = registryFile(folder, id);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) return requireEmpty(home, id, file);
  const unfinished = `${file}.opening`;
  removeDatabase(unfinished);
  try {
    await openRegistryFile(unfinished, { id }).database.close();
    const made = openOtherRegistry(home, { id, file: unfinished });
    await made.copy.upToDate();
    await made.database.close();
    putInPlace(unfinished, file);
  } finally {
    removeDatabase(unfinished);
  }
}

async function requireEmpty(home: Engine, id: string, file: string): Promise<void> {
  const { ports, database } = openOtherRegistry(home, { id, file });
  const { cases } = ports.registry.read((reads) => reads.counts());
  await database.close();
  if (cases === 0) return;
  throw new Error(
    `${file} holds ${cases} cases, and the home registry does not list it: restore the home registry of the same time, or move the file away`,
  );
}
