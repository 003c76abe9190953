import type { DurableObjectState } from '@cloudflare/workers-types';
import { drainOutbox } from '../../app/drain-outbox.ts';
import { runDueDeadlines } from '../../app/run-due-deadlines.ts';
import { createInspectUpload } from '../../effects/inspect-upload.ts';
import { createApp } from '../../web/app.ts';
import type { WebPorts } from '../../web/web-ports.ts';
import { demoPorts } from '../demo/demo-ports.ts';
import { createMeters, type Meters } from '../meters.ts';
import { readinessOf } from '../readiness.ts';
import type { TurnedClock } from '../turned-clock.ts';
import { consoleLog, type Log } from './console-log.ts';
import { type AlarmStorage, type ObjectAlarm, objectAlarm } from './object-alarm.ts';
import { type ObjectEffects, objectEffects } from './object-effects.ts';
import { objectState } from './object-state.ts';
import { type OpenedObject, openRegistryObject } from './open-registry-object.ts';
import { visitorAddress } from './visitor-address.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import { readWorkerSettings, type WorkerSettings } from './worker-settings.ts';

/** A registry that serves. */
export interface RunningRegistry {
  readonly opened: OpenedObject;
  fetch(request: Request): Response | Promise<Response>;
  /** Does what is due. */
  ring(): Promise<void>;
  /** Sets the alarm, should it have been lost. */
  lookAround(): void;
}

type ObjectState = Pick<DurableObjectState, 'storage' | 'id'>;

/** A Durable Object holds 10 GB; operators should have opened another registry long before. */
const MOST_DATABASE_BYTES = 9.5e9;

/**
 * Opens and composes everything over one object, as `startServer` does over a data folder.
 *
 * @throws with what to set or mend when it cannot run
 */
export async function runRegistry(state: ObjectState, environment: WorkerEnvironment): Promise<RunningRegistry> {
  const read = readWorkerSettings(environment);
  if (!read.ok) throw new Error(read.problems.join('. '));
  const { settings } = read;
  const log = consoleLog(settings.logLevel);
  const meters = createMeters({ ofProcess: false });
  const isFrozen = () => objectState(state.storage).kind === 'frozen';
  let alarm: ObjectAlarm | undefined;
  const opened = await openRegistryObject(state, environment, {
    mode: settings.mode,
    ...whichOf(settings, state.id.name),
    log,
    written: () => alarm?.set(),
    whyReadOnly: () => (isFrozen() ? 'The registry is being copied; try again later.' : undefined),
  });
  const means = objectEffects(settings, opened.ports.tribunal, (error, key) => {
    meters.errored('outbox');
    log.error(error, 'an effect failed', { effect: key.split('/').at(-1) });
  });
  alarm = alarmOver(state.storage, { opened, means, meters, log });
  meters.watch(opened.ports.registry.read, opened.ports.clock.now);
  const app = createApp(webPorts(state, { opened, means, meters, log }, settings, alarm));
  alarm.set();
  return {
    opened,
    fetch: (request) => app.fetch(request),
    async ring() {
      await alarm.ring();
      await means.hangUp();
    },
    lookAround: () => alarm.set(),
  };
}

/** Objects are named `<tribunal>/<registry>`. */
function whichOf({ tribunals }: WorkerSettings, name: string | undefined) {
  const [id, registry] = name?.split('/') ?? [];
  const tribunal = tribunals.find((one) => one.id === id);
  if (tribunal && registry) return { tribunal, registry };
  throw new Error(`PARLEY_TRIBUNALS does not name "${id}", which this object belongs to; put it back`);
}

interface Parts {
  readonly opened: OpenedObject;
  readonly means: ObjectEffects;
  readonly meters: Meters;
  readonly log: Log;
}

function alarmOver(storage: AlarmStorage, { opened: { ports }, means, meters, log }: Parts): ObjectAlarm {
  const report = (error: unknown) => {
    meters.errored('deadlines');
    log.error(error, 'what is due could not happen');
  };
  return objectAlarm(storage, {
    deadlines: () => runDueDeadlines(ports, undefined, report),
    outbox: () => drainOutbox(ports, means.effects),
    nextAt: () => ports.registry.read((reads) => reads.nextDueAt()),
    now: () => ports.clock.now(),
    report,
  });
}

function webPorts(
  { storage }: ObjectState,
  { opened: { ports }, means, meters, log }: Parts,
  { mode }: WorkerSettings,
  alarm: ObjectAlarm,
): WebPorts {
  const { tribunal, registry, wallClock } = ports;
  const demo = demoPorts({ ports, effects: means.effects, clock: ports.clock as TurnedClock, tickers: [alarm] });
  return {
    ...ports,
    settings: { mode, origin: tribunal.origin },
    log(line) {
      meters.answered(line);
      log.info(line, 'answered');
    },
    logError(error, route) {
      meters.errored('request');
      log.error(error, 'a request failed', { route });
    },
    metrics: () => meters.scrape(),
    readiness: readinessOf(registry, wallClock, async () => {
      if (storage.sql.databaseSize > MOST_DATABASE_BYTES) throw new Error('the object is nearly full');
    }),
    inspectUpload: createInspectUpload(),
    addressOf: visitorAddress,
    ...(mode === 'demo' ? { demo } : {}),
  };
}
