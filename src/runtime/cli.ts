import './ensure-temporal.ts';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CliCommand, CliInvocation } from './cli/cli-command.ts';

/** Each is loaded when it is wanted: a token needs no typesetter. */
const COMMANDS: Readonly<Record<string, () => Promise<CliCommand>>> = {
  token: async () => (await import('./cli/token-command.ts')).tokenCommand,
  roles: async () => (await import('./cli/roles-command.ts')).rolesCommand,
  check: async () => (await import('./cli/check-command.ts')).checkCommand,
  simulate: async () => (await import('./cli/simulate-command.ts')).simulateCommand,
  verify: async () => (await import('./cli/verify-command.ts')).verifyCommand,
  'sign-heads': async () => (await import('./cli/sign-heads-command.ts')).signHeadsCommand,
  backup: async () => (await import('./cli/backup-command.ts')).backupCommand,
  restore: async () => (await import('./cli/restore-command.ts')).restoreCommand,
  registries: async () => (await import('./cli/registries-command.ts')).registriesCommand,
  'open-registry': async () => (await import('./cli/open-registry-command.ts')).openRegistryCommand,
  'close-registry': async () => (await import('./cli/close-registry-command.ts')).closeRegistryCommand,
  seed: async () => (await import('./cli/seed-command.ts')).seedCommand,
  remote: async () => (await import('./cli/remote-command.ts')).remoteCommand,
  'render-service': async () => (await import('./cli/render-service-command.ts')).renderServiceCommand,
};
/** What ends a command line: done, failed, or not understood. */
const FAILED = 1;
const NOT_UNDERSTOOD = 2;

/** Backups and tokens are nobody else's on this machine. */
const OWNER_ALONE = 0o077;

// The command line: `npm run -s parley -- <command>`.
process.umask(OWNER_ALONE);
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(await overview());
    return name === undefined ? NOT_UNDERSTOOD : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) return complain(`There is no command "${name}"; there are ${Object.keys(COMMANDS).join(', ')}.`);
  const command = await load();
  const read = readArguments(command, rest);
  if (typeof read === 'string') return complain(`${read}\n${usageOf(command)}`);
  if (read.options.help) {
    print(helpOf(command));
    return 0;
  }
  return run(command, read);
}

async function run(command: CliCommand, read: Pick<CliInvocation, 'operands' | 'options'>): Promise<number> {
  const asJson = read.options.json === true;
  try {
    return await command.run({
      ...read,
      dataFolder: resolve(process.env.PARLEY_DATA || 'data'),
      print: (text, value) => print(asJson ? JSON.stringify(value) : text),
      remark: (text) => (asJson ? undefined : process.stderr.write(`${text}\n`)),
    });
  } catch (error) {
    const { message } = error as Error;
    process.stderr.write(`${message.replace(/[.;\s]+$/, '')}.\n`);
    return FAILED;
  }
}

function readArguments(
  command: CliCommand,
  args: readonly string[],
): Pick<CliInvocation, 'operands' | 'options'> | string {
  const switches = Object.fromEntries(
    Object.keys(command.switches ?? {}).map((name) => [name, { type: 'boolean' }] as const),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, ...switches },
    });
    return values.help ? { operands: [], options: values } : withOperands(command, positionals, values);
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}.`;
  }
}

function withOperands({ operands }: CliCommand, given: readonly string[], options: CliInvocation['options']) {
  const isOpen = operands.at(-1)?.endsWith('…') ?? false;
  const wanted = operands.filter((name) => !name.endsWith('…'));
  const missing = wanted[given.length];
  if (missing !== undefined) return `The ${missing} is missing.`;
  if (!isOpen && given.length > wanted.length) return `"${given[wanted.length]}" is one too many.`;
  return { operands: given, options };
}

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const width = Math.max(...commands.map((command) => usageOf(command).length));
  return [
    'Usage: npm run -s parley -- <command> [--json] [--help]',
    '',
    ...commands.map(
      (command) =>
        `  ${usageOf(command)
          .slice('Usage: '.length)
          .padEnd(width - 5)}${command.summary}`,
    ),
    '',
    'PARLEY_DATA names the data folder (./data).',
  ].join('\n');
}

function helpOf(command: CliCommand): string {
  const switches = { json: 'Print JSON, one object a line', help: 'Print this', ...command.switches };
  return [
    usageOf(command),
    '',
    `${command.summary}. ${command.details}`,
    '',
    ...Object.entries(switches).map(([name, what]) => `  --${name.padEnd(15)}${what}`),
  ].join('\n');
}

function usageOf({ name, operands }: CliCommand): string {
  return ['Usage:', name, ...operands.map((operand) => (operand.endsWith('…') ? `[${operand}]` : `<${operand}>`))].join(
    ' ',
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return NOT_UNDERSTOOD;
}
