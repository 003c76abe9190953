import { openInDirectory } from '../../app/registries/change-directory.ts';
import { directoryOf } from '../../app/registries/directory.ts';
import { dataFolder } from '../data-folder.ts';
import { makeRegistry } from '../make-registry.ts';
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
      const { registry, clock } = home.ports;
      const opening = { at: clock.now(), beside: options.beside === true };
      const before = registry.read(directoryOf);
      wanted(openInDirectory(before, id, opening));
      if (before.every((entry) => entry.id !== id)) await makeRegistry(home, dataFolder(path), id);
      await changeDirectory(home, `registry.open ${id}`, (directory) => openInDirectory(directory, id, opening));
      print(`${id} takes new cases`, { registry: id, takesNewCases: true });
      return 0;
    });
  },
};
