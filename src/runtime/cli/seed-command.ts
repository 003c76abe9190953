import { dataFolder } from '../data-folder.ts';
import { seedWhereMissing } from '../demo/seed.ts';
import { lockFolder } from '../server/lock-folder.ts';
import type { CliCommand } from './cli-command.ts';

export const seedCommand: CliCommand = {
  name: 'seed',
  operands: [],
  summary: 'Make the demonstration tribunal in a data folder that has no registry',
  details:
    'A tribunal with thirty cases in every stage, made through the engine itself. A registry that is there already stays as it is.',
  async run({ dataFolder: path, print }) {
    const { registry, lock } = dataFolder(path);
    const unlock = lockFolder(lock);
    if (!unlock) throw new Error(`A server runs on ${path}; stop it, then seed`);
    try {
      const made = await seedWhereMissing(path, origin());
      print(`${made ? 'seeded' : 'kept'}\t${registry}`, { seeded: made, registry });
      return 0;
    } finally {
      unlock();
    }
  },
};

/** Where a server started next would be. */
function origin(): string {
  return process.env.PARLEY_ORIGIN || `http://localhost:${process.env.PORT || 3000}`;
}
