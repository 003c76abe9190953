import { entriesOf } from '../../app/heads/entries-of.ts';
import { dataFolder } from '../data-folder.ts';
import type { CliCommand } from './cli-command.ts';
import { printHeads } from './print-heads.ts';
import { withRegistries } from './with-registries.ts';

export const signHeadsCommand: CliCommand = {
  name: 'sign-heads',
  operands: [],
  summary: 'Sign where all journals stand, to be kept elsewhere',
  details:
    'One line for each registry: a JSON Web Signature over a hash of everything written so far, with the key in head-keys.json of the data folder (made when it is not there). Keep the lines, and a copy of the keys, where nobody who can write to this machine can change them: verify then finds what was rewritten or removed since. Works while the server runs; PARLEY_HEADS has the server do it every hour.',
  run({ dataFolder: path, print }) {
    return withRegistries(path, async (registries) => {
      const sources = registries().map(({ ports }) => entriesOf(ports.registry));
      await printHeads(dataFolder(path).headKeys, sources, print);
      return 0;
    });
  },
};
