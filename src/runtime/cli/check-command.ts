import type { CliCommand } from './cli-command.ts';
import { readDefinitionFile } from './read-definition-file.ts';

export const checkCommand: CliCommand = {
  name: 'check',
  operands: ['file'],
  summary: 'Check a workflow definition and print every problem',
  details:
    'One problem a line: severity, code, path, message and fix, with tabs between them. Fails when one of them is an error. Needs no registry.',
  async run({ operands: [file = ''], print, remark }) {
    const { problems } = readDefinitionFile(file);
    for (const problem of problems) {
      const { severity, code, path, message, fix } = problem;
      print([severity, code, path || '/', message, fix].join('\t'), problem);
    }
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    remark(`${file}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`);
    return errors > 0 ? 1 : 0;
  },
};

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
