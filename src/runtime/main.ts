import './ensure-temporal.ts';
import type { Logger } from 'pino';
import { checkTimeZoneData } from '../domain/time/clock-check.ts';
import { createLogger } from './server/logger.ts';
import { type RunningServer, startServer } from './server/start-server.ts';
import { readSettings, type Settings } from './settings/read-settings.ts';

/** What is written here is nobody else's on this machine. */
const OWNER_ALONE = 0o077;

// The server: `npm start`, and `node dist/main.js` under a service manager.
process.umask(OWNER_ALONE);
await main();

async function main(): Promise<void> {
  const read = readSettings(process.env);
  const outdated = checkTimeZoneData();
  if (!read.ok || outdated) return refuse([...(read.ok ? [] : read.problems), ...(outdated ? [outdated] : [])]);
  const { settings } = read;
  const logger = createLogger(settings.logLevel, settings.mode);
  try {
    const server = await startServer(settings, logger, (sentence) => process.stdout.write(`${sentence}\n`));
    stopOnSignals(server, logger);
    greet(server, settings);
  } catch (error) {
    refuse([(error as Error).message]);
  }
}

function refuse(sentences: readonly string[]): void {
  for (const sentence of sentences) process.stderr.write(`Parley did not start. ${sentence}.\n`.replace('..\n', '.\n'));
  process.exitCode = 1;
}

function greet({ origin, port }: RunningServer, { mode }: Settings): void {
  const lines =
    mode === 'demo'
      ? [
          '',
          '  Parley is ready: a demonstration tribunal with thirty cases.',
          '',
          `  Open ${origin} and sign in as one of its people with one click.`,
          `  Mail that it would send: ${origin}/dev/mail`,
          '',
          '  Ctrl-C stops it. Its data stays in the data folder.',
          '',
        ]
      : [`Parley serves ${origin} on port ${port}.`];
  // In production, standard output is for programs: it holds the log alone.
  (mode === 'demo' ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
}

/** The first signal ends in order, the second at once. */
function stopOnSignals(server: RunningServer, logger: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      await server.stop().catch((error: unknown) => logger.error({ err: error }, 'stopping failed'));
      process.exit();
    });
  }
}
