import { directoryOf } from '../../app/registries/directory.ts';
import type { CliCommand } from './cli-command.ts';
import { withRegistries } from './with-registries.ts';

export const registriesCommand: CliCommand = {
  name: 'registries',
  operands: [],
  summary: 'List the registries of the tribunal, and which take new cases',
  details:
    'One a line: its name, whether it takes new cases, its cases and how many of them are open, since when it is there.',
  run({ dataFolder, print }) {
    return withRegistries(dataFolder, async (registries) => {
      const engines = registries();
      const directory = engines[0]?.ports.registry.read(directoryOf) ?? [];
      for (const { id, openedAt, takesNewCases } of directory) {
        const { registry } = engines.find(({ ports }) => ports.registry.id === id)?.ports ?? {};
        const { cases = 0, openCases = 0 } = registry?.read((reads) => reads.counts()) ?? {};
        const state = takesNewCases ? 'open' : 'closed';
        print([id, state, `${cases} cases`, `${openCases} open`, openedAt ?? 'from the beginning'].join('\t'), {
          registry: id,
          takesNewCases,
          cases,
          openCases,
          openedAt,
        });
      }
      return 0;
    });
  },
};
