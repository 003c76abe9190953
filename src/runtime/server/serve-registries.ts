import type { Logger } from 'pino';
import { viewerFromHome } from '../../app/registries/viewer-from-home.ts';
import { HOME } from '../../app/registry-of.ts';
import { createDigitalId } from '../../effects/digital-id/digital-id.ts';
import { createClamdScanner } from '../../effects/uploads/clamd.ts';
import { createInspectUpload } from '../../effects/uploads/inspect-upload.ts';
import { createApp } from '../../web/app.ts';
import type { DemoPorts } from '../../web/demo-ports.ts';
import { inCommon } from '../../web/in-common.ts';
import { registryFor } from '../../web/registry-route.ts';
import type { WebPorts } from '../../web/web-ports.ts';
import { bearsSecret } from '../bears-secret.ts';
import type { Parley } from '../compose.ts';
import { dataFolder } from '../data-folder.ts';
import { demoPorts } from '../demo/demo-ports.ts';
import type { EnginePorts } from '../engine-ports.ts';
import type { HeadsBook } from '../heads/head-keeper.ts';
import { type AllRegistries, allRegistries } from '../registries/all-registries.ts';
import { holdersTogether } from '../registries/holders-together.ts';
import type { CommitListener } from '../registries/observed-registry.ts';
import type { OtherRegistry } from '../registries/open-other-registry.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { TurnedClock } from '../turned-clock.ts';
import { clientAddress } from './client-address.ts';
import { findDiskRoom } from './find-disk-room.ts';
import type { Answer } from './listen.ts';
import type { Meters } from './meters.ts';
import { readinessOf } from './readiness.ts';
import { registryTickers } from './registry-tickers.ts';
import type { Ticker } from './ticker.ts';

/** What a program serves a tribunal with. */
export interface Serving {
  readonly parley: Parley;
  readonly settings: Settings;
  readonly origin: string;
  readonly meters: Meters;
  readonly logger: Logger;
  readonly heads?: HeadsBook | undefined;
  /** Tickers by registry: a commit there wakes them. */
  readonly tickers: Map<string, readonly Ticker[]>;
}

/** All registries of a tribunal behind one door. */
export interface ServedRegistries {
  readonly answer: Answer;
  /** Lets time run, also in those that are opened from now on. */
  start(): void;
  stopTickers(): Promise<unknown>;
  /** Closes all but the home registry. */
  close(): Promise<void>;
}

/**
 * Serves every registry of a data folder: each its own cases, the home registry all else. One that an operator opens
 * meanwhile is served from the next request on.
 *
 * @throws with what to restore when a registry is missing
 */
export async function serveRegistries(serving: Serving): Promise<ServedRegistries> {
  const { parley, settings, meters } = serving;
  const common: Common = { ...serving, inCommon: inCommon(), running: [] };
  const apps = new Map<string, Answer>();
  let isRunning = false;
  const registries = allRegistries(parley, {
    folder: dataFolder(settings.dataFolder),
    listenersOf: (id) => [meters.ofAnotherRegistry(), wakes(serving, id)],
    opened: (other) => serve(other.id, other.ports, other),
  });
  const home = serve(HOME, parley.ports);
  try {
    for (const other of registries.others()) await prepareOther(other);
  } catch (error) {
    await registries.close();
    throw error;
  }
  return {
    answer: (request, environment) => answererOf(request)(request, environment),
    start() {
      isRunning = true;
      for (const ticker of common.running) ticker.start();
    },
    stopTickers: () => Promise.all(common.running.map((ticker) => ticker.stop())),
    close: () => registries.close(),
  };

  function serve(id: string, ports: EnginePorts, other?: OtherRegistry): Answer {
    meters.watch(ports.registry.read, ports.clock.now);
    const tickers = registryTickers({ ...serving, ports, effects: parley.effects, copy: other?.copy });
    serving.tickers.set(id, tickers);
    common.running.push(...tickers);
    const app = createApp(webPorts(id, ports, common, registries, other)).fetch as Answer;
    apps.set(id, app);
    if (isRunning) for (const ticker of tickers) ticker.start();
    return app;
  }

  /** With one registry there is nothing to look for in an address. */
  function answererOf(request: Request): Answer {
    if (registries.others().length === 0) return home;
    return apps.get(registryFor(request.url, (id) => apps.has(id))) ?? home;
  }
}

/** A commit in a registry may have made something due there. */
export function wakes({ tickers }: Pick<Serving, 'tickers'>, id: string): CommitListener {
  return {
    committed() {
      for (const ticker of tickers.get(id) ?? []) ticker.wake();
    },
    failed() {},
  };
}

/** Nobody else runs on this folder: what was under lease when the last server died waits for nobody. */
async function prepareOther({ copy, ports }: OtherRegistry): Promise<void> {
  await copy.upToDate();
  await ports.registry.commit((tx) => tx.releaseLeases());
}

interface Common extends Serving {
  readonly inCommon: ReturnType<typeof inCommon>;
  readonly running: Ticker[];
}

function webPorts(
  id: string,
  ports: EnginePorts,
  common: Common,
  registries: AllRegistries,
  other: OtherRegistry | undefined,
): WebPorts {
  const { settings, origin, meters, logger, parley } = common;
  const { mode, scanner, metricsToken, digitalId, texts } = settings;
  const inspectUpload = createInspectUpload(scanner && createClamdScanner(scanner));
  return {
    ...ports,
    settings: { mode, origin, ...(parley.theme ? { theme: parley.theme } : {}) },
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
    readiness: readinessOf(
      ports.registry,
      ports.wallClock,
      () => findDiskRoom(settings.dataFolder),
      () => registries.others().map(({ ports: { registry } }) => registry),
    ),
    inspectUpload,
    renderDocument: parley.effects.renderDocument,
    canText: texts !== undefined || mode === 'demo',
    ...(texts ? { mayReportTexts: (headers: Headers) => bearsSecret(headers, texts.callbackToken) } : {}),
    addressOf: clientAddress,
    everywhere: registries.everywhere(id),
    inCommon: common.inCommon,
    ...(digitalId ? { digitalId: createDigitalId(digitalId, origin) } : {}),
    holderOf: other ? holderBy(other) : holdersTogether(ports),
    ...(mode === 'demo' && !other ? { demo: demoFor(parley, common, registries) } : {}),
  };
}

/** Who holds a token, home says. */
function holderBy({ ports: { registry, wallClock }, home, copy }: OtherRegistry) {
  const place = { registry, wallClock, home, copy };
  return (token: string) => viewerFromHome(place, token);
}

function demoFor({ ports, effects }: Parley, { running }: Common, registries: AllRegistries): DemoPorts {
  const others = () => registries.others().map((other) => other.ports);
  return demoPorts({ ports, others, effects, clock: ports.clock as TurnedClock, tickers: running });
}
