import { closeInDirectory } from '../../app/registries/change-directory.ts';
import { changeDirectory } from './change-directory.ts';
import type { CliCommand } from './cli-command.ts';
import { withRegistry } from './with-registry.ts';

export const closeRegistryCommand: CliCommand = {
  name: 'close-registry',
  operands: ['name'],
  summary: 'Close a registry to new cases; those that it has go on in it',
  details:
    'Nothing is moved and nothing ends: deadlines, mail, documents and orders of its cases go on as before. The last one that takes new cases stays open. Works while the server runs.',
  run({ operands: [id = ''], dataFolder, print }) {
    return withRegistry(dataFolder, async (home) => {
      await changeDirectory(home, `registry.close ${id}`, (directory) => closeInDirectory(directory, id));
      print(`${id} takes no new cases`, { registry: id, takesNewCases: false });
      return 0;
    });
  },
};
