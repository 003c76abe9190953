import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { drainOutbox } from '../app/drain-outbox.ts';
import { runDueDeadlines } from '../app/run-due-deadlines.ts';
import { createClamdScanner } from '../effects/clamd.ts';
import { createInspectUpload } from '../effects/inspect-upload.ts';
import { createApp } from '../web/app.ts';
import type { WebPorts } from '../web/web-ports.ts';
import { bearsSecret } from './bears-secret.ts';
import { clientAddress } from './client-address.ts';
import { compose, type Parley } from './compose.ts';
import { dataFolder } from './data-folder.ts';
import { demoPorts } from './demo/demo-ports.ts';
import { keptClock } from './demo/kept-clock.ts';
import { seedWhereMissing } from './demo/seed.ts';
import { findDiskRoom } from './find-disk-room.ts';
import { importShipped } from './import-shipped.ts';
import { type Answer, type Listening, listen } from './listen.ts';
import { lockFolder } from './lock-folder.ts';
import { createMeters, type Meters } from './meters.ts';
import type { Settings } from './read-settings.ts';
import { readinessOf } from './readiness.ts';
import { createTicker, type Ticker } from './ticker.ts';
import type { TurnedClock } from './turned-clock.ts';

/** A server that runs. */
export interface RunningServer {
  /** What people open. */
  readonly origin: string;
  readonly port: number;
  /** Ends what is under way, writes what waits and closes everything, within ten seconds. */
  stop(): Promise<void>;
}

/** Tells whoever waits for the start why it takes a while. */
type Say = (sentence: string) => void;

interface Start {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly say: Say;
}

/** Of the ten seconds after which a service manager kills: for requests under way, and for deadlines and mail. */
const REQUEST_GRACE_MS = 5_000;
const TICKER_GRACE_MS = 2_000;

/**
 * Starts the server on a data folder: the port first (so that one that is taken is known at once), then the folder, its
 * registry, what ships with the program, and in a demonstration its world.
 *
 * @throws with what to set or mend when it cannot start; nothing is left open then.
 */
export async function startServer(settings: Settings, logger: Logger, say: Say = () => {}): Promise<RunningServer> {
  const undo: (() => unknown)[] = [];
  try {
    const listening = await listen(settings.port, settings.host);
    undo.push(() => listening.close(0));
    const unlock = lockFolder(dataFolder(settings.dataFolder).lock);
    if (!unlock)
      throw new Error(`Another Parley runs on ${settings.dataFolder}; stop it, or set PARLEY_DATA to another folder`);
    undo.push(unlock);
    return await serveOn(listening, { settings, logger, say }, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
}

async function serveOn(
  listening: Listening,
  { settings, logger, say }: Start,
  undo: (() => unknown)[],
): Promise<RunningServer> {
  const origin = settings.origin ?? `http://localhost:${listening.port}`;
  const { mode, smtpUrl } = settings;
  if (mode === 'demo' && !existsSync(dataFolder(settings.dataFolder).registry)) {
    say('Making the demonstration (once; a few seconds)…');
    await seedWhereMissing(settings.dataFolder, origin);
  }
  const meters = createMeters();
  const tickers: Ticker[] = [];
  const wake = () => {
    for (const ticker of tickers) ticker.wake();
  };
  const parley = await compose({
    path: settings.dataFolder,
    origin,
    mode,
    smtpUrl,
    ...(mode === 'demo' ? { clockOf: keptClock } : {}),
    listeners: [meters, { committed: wake, failed: () => {} }],
    report(error, key) {
      meters.errored('outbox');
      logger.error({ err: error, effect: key.split('/').at(-1) }, 'an effect failed');
    },
  });
  undo.push(() => parley.close());
  await prepare(parley, settings, logger);
  meters.watch(parley.ports.registry.read, parley.ports.clock.now);
  tickers.push(deadlineTicker(parley, meters, logger), outboxTicker(parley, meters, logger));
  listening.answerWith(createApp(webPorts(parley, { settings, origin, meters, tickers, logger })).fetch as Answer);
  for (const ticker of tickers) ticker.start();
  return { origin, port: listening.port, stop: () => stop(listening, tickers, undo) };
}

async function prepare({ ports, effects }: Parley, { mode, metricsToken }: Settings, logger: Logger): Promise<void> {
  await importShipped(ports, mode, (sentence) => logger.warn(sentence));
  // Nobody else runs on this folder: what was under lease when the last server died waits for nobody.
  await ports.registry.commit((tx) => tx.releaseLeases());
  if (mode === 'production' && !metricsToken)
    logger.warn(
      'PARLEY_METRICS_TOKEN is not set: whoever reaches /metrics can read it; set it, or let no proxy pass it',
    );
  if (effects.mail.kind === 'none') logger.warn('SMTP_URL is not set: mail waits in the outbox until it is');
}

/** Requests first, then time and mail, then the database: each may still need the next. */
async function stop(listening: Listening, tickers: readonly Ticker[], undo: (() => unknown)[]): Promise<void> {
  await listening.close(REQUEST_GRACE_MS);
  const stopped = Promise.all(tickers.map((ticker) => ticker.stop()));
  await Promise.race([stopped, pause(TICKER_GRACE_MS, undefined, { ref: false })]);
  for (const step of undo.splice(1).toReversed()) await step();
}

function deadlineTicker({ ports }: Parley, meters: Meters, logger: Logger): Ticker {
  const report = (error: unknown) => {
    meters.errored('deadlines');
    logger.error({ err: error }, 'a due deadline could not happen');
  };
  return createTicker({ work: () => runDueDeadlines(ports, undefined, report), ...timing(ports), report });
}

function outboxTicker({ ports, effects }: Parley, meters: Meters, logger: Logger): Ticker {
  return createTicker({
    work: () => drainOutbox(ports, effects),
    ...timing(ports),
    report(error) {
      meters.errored('outbox');
      logger.error({ err: error }, 'the outbox could not be drained');
    },
  });
}

function timing({ registry, clock }: Parley['ports']) {
  return { nextAt: () => registry.read((reads) => reads.nextDueAt()), now: () => clock.now() };
}

interface Surroundings {
  readonly settings: Settings;
  readonly origin: string;
  readonly meters: Meters;
  readonly tickers: readonly Ticker[];
  readonly logger: Logger;
}

function webPorts({ ports, effects }: Parley, { settings, origin, meters, tickers, logger }: Surroundings): WebPorts {
  const { mode, scanner, metricsToken } = settings;
  const clock = ports.clock as TurnedClock;
  return {
    ...ports,
    settings: { mode, origin },
    log(line) {
      meters.answered(line);
      logger.info(line, 'answered');
    },
    logError(error, route) {
      meters.errored('request');
      logger.error({ err: error, route }, 'a request failed');
    },
    ...(metricsToken ? { mayReadMetrics: (headers: Headers) => bearsSecret(headers, metricsToken) } : {}),
    metrics: () => meters.scrape(),
    readiness: readinessOf(ports.registry, ports.wallClock, () => findDiskRoom(settings.dataFolder)),
    inspectUpload: createInspectUpload(scanner && createClamdScanner(scanner)),
    addressOf: clientAddress,
    ...(mode === 'demo' ? { demo: demoPorts({ ports, effects, clock, tickers }) } : {}),
  };
}
