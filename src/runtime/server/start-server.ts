import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Registry } from '../../app/ports/registry.ts';
import { HOME } from '../../app/registry-of.ts';
import { compose, type Parley } from '../compose.ts';
import { dataFolder } from '../data-folder.ts';
import { keptClock } from '../demo/kept-clock.ts';
import { seedWhereMissing } from '../demo/seed.ts';
import { type HeadsBook, openBook } from '../heads/head-keeper.ts';
import { missingCalendars } from '../missing-calendars.ts';
import type { Settings } from '../settings/read-settings.ts';
import { importShipped } from '../shipped/import-shipped.ts';
import { type Listening, listen } from './listen.ts';
import { lockFolder } from './lock-folder.ts';
import { createMeters } from './meters.ts';
import { type ServedRegistries, serveRegistries, wakes } from './serve-registries.ts';
import type { Ticker } from './ticker.ts';

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
    const listening = await listen(settings.port, settings.host, settings.origin);
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
  const { mode, smtpUrl, texts } = settings;
  if (mode === 'demo' && !existsSync(dataFolder(settings.dataFolder).registry)) {
    say('Making the demonstration (once; a few seconds)…');
    await seedWhereMissing(settings.dataFolder, origin);
  }
  const meters = createMeters();
  const tickers = new Map<string, readonly Ticker[]>();
  const parley = await compose({
    path: settings.dataFolder,
    origin,
    mode,
    smtpUrl,
    scanner: settings.scanner,
    texts,
    ...(mode === 'demo' ? { clockOf: keptClock } : {}),
    listeners: [meters, wakes({ tickers }, HOME)],
    report(error, key) {
      meters.errored('outbox');
      logger.error({ err: error, effect: key.split('/').at(-1) }, 'an effect failed');
    },
  });
  undo.push(() => parley.close());
  await prepare(parley, settings, logger);
  const heads = await headsBook(settings, logger);
  const served = await serveRegistries({ parley, settings, origin, meters, logger, heads, tickers });
  undo.push(() => served.close());
  listening.answerWith(served.answer);
  served.start();
  return { origin, port: listening.port, stop: () => stop(listening, served, undo) };
}

async function prepare({ ports, effects }: Parley, { mode, metricsToken }: Settings, logger: Logger): Promise<void> {
  await importShipped(ports, mode, (sentence) => logger.warn(sentence));
  requireCalendars(ports.registry);
  // Nobody else runs on this folder: what was under lease when the last server died waits for nobody.
  await ports.registry.commit((tx) => tx.releaseLeases());
  if (mode === 'production' && !metricsToken)
    logger.warn(
      'PARLEY_METRICS_TOKEN is not set: whoever reaches /metrics can read it; set it, or let no proxy pass it',
    );
  if (effects.mail.kind === 'none') logger.warn('SMTP_URL is not set: mail waits in the outbox until it is');
}

async function headsBook({ headsFile, dataFolder: path }: Settings, logger: Logger): Promise<HeadsBook | undefined> {
  if (headsFile === undefined) return undefined;
  const book = await openBook(headsFile, dataFolder(path).headKeys);
  if (book.strange.length > 0)
    logger.error({ lines: book.strange }, 'lines of PARLEY_HEADS were not signed with a key of head-keys.json');
  return book;
}

/** Without them cases stand still: nobody may hear of it from a party whose step fails. */
function requireCalendars(registry: Registry): void {
  const missing = registry.read(missingCalendars);
  if (missing.length > 0) throw new Error(missing.join('. '));
}

/** Requests first, then time and mail, then the database: each may still need the next. */
async function stop(listening: Listening, served: ServedRegistries, undo: (() => unknown)[]): Promise<void> {
  await listening.close(REQUEST_GRACE_MS);
  await Promise.race([served.stopTickers(), pause(TICKER_GRACE_MS, undefined, { ref: false })]);
  for (const step of undo.splice(1).toReversed()) await step();
}
