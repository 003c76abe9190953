import { dataFolder } from '../data-folder.ts';
import { seedWhereMissing } from '../demo/seed.ts';
import type { CliCommand } from './cli-command.ts';

export const seedCommand: CliCommand = {
  name: 'seed',
  operands: [],
  summary: 'Make the demonstration tribunal in a data folder that has no registry',
  details:
    'A tribunal with thirty cases in every stage, made through the engine itself. A registry that is there already stays as it is.',
  async run({ dataFolder: path, print }) {
    const { registry } = dataFolder(path);
    const made = await seedWhereMissing(
      path,
      process.env.PARLEY_ORIGIN || `http://localhost:${process.env.PORT || 3000}`,
    );
    print(made ? `seeded\t${registry}` : `kept\t${registry}`, { seeded: made, registry });
    return 0;
  },
};
