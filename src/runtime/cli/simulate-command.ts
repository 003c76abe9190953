import { compileProcess, type ProcessSurroundings } from '../../domain/process/process.ts';
import { runScenario, type ScenarioResult } from '../../domain/rehearsal/run-scenario.ts';
import { shippedCalendars } from '../shipped/shipped-calendars.ts';
import type { CliCommand } from './cli-command.ts';
import { readDefinitionFile } from './read-definition-file.ts';

export const simulateCommand: CliCommand = {
  name: 'simulate',
  operands: ['file'],
  summary: "Play a definition's own scenarios",
  details:
    'One scenario a line: ok or failed, and its name; what went otherwise stands below it. Fails when one fails, or there is an error in the definition. Needs no registry; nothing is stored or sent.',
  async run({ operands: [file = ''], print, remark }) {
    const { definition, problems } = readDefinitionFile(file);
    const first = problems.find(({ severity }) => severity === 'error');
    if (!definition) throw new Error(`${file} has errors, such as "${first?.message}"; check it first`);
    const process = compileProcess(definition, 0, surroundings());
    const results = definition.scenarios.map((scenario) => runScenario(process, scenario));
    for (const { name, ok, problems: differences } of results)
      print([`${ok ? 'ok' : 'failed'}\t${name}`, ...differences.map(sentenceOf)].join('\n'), {
        name,
        ok,
        problems: differences,
      });
    const failed = results.filter(({ ok }) => !ok).length;
    remark(`${file}: ${results.length - failed} of ${results.length} scenarios went as told`);
    return failed > 0 ? 1 : 0;
  },
};

function sentenceOf({ step, message }: ScenarioResult['problems'][number]): string {
  return `\t${step < 0 ? 'opening' : `step ${step + 1}`}: ${message}`;
}

function surroundings(): ProcessSurroundings {
  const calendars = new Map(shippedCalendars().map((calendar) => [calendar.id, calendar]));
  return {
    calendarAt(id) {
      const calendar = calendars.get(id);
      if (!calendar) throw new Error(`calendars/${id}.json is missing`);
      return calendar;
    },
    tribunal: { name: {}, address: {}, contact: '', origin: 'https://tribunal.example' },
  };
}
