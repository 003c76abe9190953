import type { DurableObjectState } from '@cloudflare/workers-types';
import { drainOutbox } from '../../app/drain-outbox.ts';
import { forgetExpired } from '../../app/forget-expired.ts';
import type { Desk } from '../../app/ports/everywhere.ts';
import type { Home } from '../../app/ports/home.ts';
import { deskOf } from '../../app/registries/desk-of.ts';
import { homeOf } from '../../app/registries/home-of.ts';
import { HOME } from '../../app/registry-of.ts';
import { runDueDeadlines } from '../../app/run-due-deadlines.ts';
import { createApp } from '../../web/app.ts';
import type { WebPorts } from '../../web/web-ports.ts';
import { createMeters } from '../server/meters.ts';
import type { TurnedClock } from '../turned-clock.ts';
import { consoleLog } from './console-log.ts';
import { type AlarmStorage, type ObjectAlarm, objectAlarm } from './object-alarm.ts';
import { objectDemo } from './object-demo.ts';
import { objectEffects } from './object-effects.ts';
import { objectName } from './object-name.ts';
import { objectState } from './object-state.ts';
import { type ObjectParts, objectWebPorts } from './object-web-ports.ts';
import { type OpenedObject, openRegistryObject } from './open-registry-object.ts';
import { otherDesks } from './other-desks.ts';
import { homeElsewhere } from './registry-calls.ts';
import { registryStub } from './registry-stub.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import { readWorkerSettings, type WorkerSettings } from './worker-settings.ts';

/** A registry that serves. */
export interface RunningRegistry {
  readonly opened: OpenedObject;
  /** As others ask it, where this is the home registry. */
  readonly home: Home;
  /** As others ask it. */
  readonly desk: Desk;
  fetch(request: Request): Response | Promise<Response>;
  /** Does what is due. */
  ring(): Promise<void>;
  /** Sets the alarm, should it have been lost, and forgets what has expired. */
  lookAround(): Promise<void>;
  metrics: WebPorts['metrics'];
  /** Has another registry be there, though nobody lists it yet. */
  wakeOther(id: string): Promise<void>;
  /** In a demonstration: lets time pass until an instant; answers how much happened. */
  advanceTo(instant: string): Promise<number>;
}

type ObjectState = Pick<DurableObjectState, 'storage' | 'id'>;

/** Nothing is written meanwhile, and nothing can be done that is due. */
const LOOK_WHETHER_FROZEN_MS = 60_000;

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
  const { tribunal, registry } = whichOf(settings, objectName(state));
  const stubOf = (id: string) => registryStub(environment, tribunal, id);
  const home = registry === HOME ? undefined : homeElsewhere(stubOf(HOME));
  let alarm: ObjectAlarm | undefined;
  const opened = await openRegistryObject(state, environment, {
    mode: settings.mode,
    tribunal,
    registry,
    home,
    log,
    written: () => alarm?.set(),
    whyReadOnly: () => (isFrozen() ? 'The registry is being copied; try again later.' : undefined),
  });
  const means = objectEffects(settings, opened.ports.tribunal, (error, key) => {
    meters.errored('outbox');
    log.error(error, 'an effect failed', { effect: key.split('/').at(-1) });
  });
  const { ports, copy } = opened;
  const parts: ObjectParts = { opened, means, meters, log, home, everywhere: otherDesks(ports.registry, stubOf) };
  alarm = alarmOver(state.storage, parts);
  const demo =
    settings.mode === 'demo'
      ? objectDemo({ ports, effects: means.effects, clock: ports.clock as TurnedClock, tickers: [alarm] }, stubOf)
      : undefined;
  meters.watch(ports.registry.read, ports.clock.now);
  const app = createApp({
    ...objectWebPorts(state.storage, parts, settings),
    ...(demo && !home ? { demo: demo.ports } : {}),
  });
  alarm.set();
  return {
    opened,
    home: homeOf(ports),
    desk: deskOf(registry, ports, copy),
    fetch: (request) => app.fetch(request),
    async ring() {
      if (isFrozen()) return void state.storage.setAlarm(Date.now() + LOOK_WHETHER_FROZEN_MS);
      await alarm.ring();
      await means.hangUp();
    },
    async lookAround() {
      alarm.set();
      if (!isFrozen()) await forgetExpired(ports);
    },
    metrics: () => meters.scrape(),
    async wakeOther(id) {
      await stubOf(id).lookAround();
      if (demo) await stubOf(id).advanceTo(ports.clock.now());
    },
    advanceTo: async (instant) => demo?.advanceTo(instant) ?? 0,
  };
}

function whichOf({ tribunals }: WorkerSettings, [id, registry]: readonly [string, string]) {
  const tribunal = tribunals.find((one) => one.id === id);
  if (tribunal) return { tribunal, registry };
  throw new Error(`PARLEY_TRIBUNALS does not name "${id}", which this object belongs to; put it back`);
}

function alarmOver(storage: AlarmStorage, { opened: { ports, copy }, means, meters, log }: ObjectParts): ObjectAlarm {
  const report = (error: unknown) => {
    meters.errored('deadlines');
    log.error(error, 'what is due could not happen');
  };
  return objectAlarm(storage, {
    async deadlines() {
      // Who may be given a case may have changed. Legal time does not wait for the answer.
      await copy?.upToDate().catch(report);
      return runDueDeadlines(ports, undefined, report);
    },
    outbox: () => drainOutbox(ports, means.effects),
    nextAt: () => ports.registry.read((reads) => reads.nextDueAt()),
    now: () => ports.clock.now(),
    report,
  });
}
