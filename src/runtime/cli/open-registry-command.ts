import { openInDirectory } from '../../app/registries/change-directory.ts';
import { directoryOf } from '../../app/registries/directory.ts';
import { type DataFolder, dataFolder } from '../data-folder.ts';
import type { Engine } from '../open-engine.ts';
import { makeRegistry } from '../registries/make-registry.ts';
import { lockFolder } from '../server/lock-folder.ts';
import { changeDirectory, wanted } from './change-directory.ts';
import type { CliCommand } from './cli-command.ts';
import { withRegistry } from './with-registry.ts';

export const openRegistryCommand: CliCommand = {
  name: 'open-registry',
  operands: ['name'],
  summary: 'Open a registry: from now on new cases go there',
  details:
    'Makes it where there is none; one that was closed to new cases takes them again. Cases stay in the registry in which they were opened. Works while the server runs, which sees it at the next request.',
  switches: { beside: 'Share new cases with the registries that take them now' },
  run({ operands: [id = ''], options, dataFolder: path, print }) {
    return withRegistry(path, async (home) => {
      const opening = { at: home.ports.clock.now(), beside: options.beside === true };
      await openIn(home, dataFolder(path), id, opening);
      print(`${id} takes new cases`, { registry: id, takesNewCases: true });
      return 0;
    });
  },
};

/** The file first, whole; then the list. */
async function openIn(home: Engine, folder: DataFolder, id: string, opening: Opening): Promise<void> {
  const unlock = lockFolder(folder.openingLock);
  if (!unlock) throw new Error('A registry is being opened; wait for that, then try again');
  try {
    const before = home.ports.registry.read(directoryOf);
    wanted(openInDirectory(before, id, opening));
    if (before.every((entry) => entry.id !== id)) await makeRegistry(home, folder, id);
    await changeDirectory(home, `registry.open ${id}`, (directory) => openInDirectory(directory, id, opening));
  } finally {
    unlock();
  }
}

type Opening = Parameters<typeof openInDirectory>[2];
