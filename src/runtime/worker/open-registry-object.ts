import { calendars, migrations, workflows } from 'parley:shipped';
import type { DurableObjectState } from '@cloudflare/workers-types';
import type { Home } from '../../app/ports/home.ts';
import type { Registry } from '../../app/ports/registry.ts';
import { type SharedCopy, sharedCopy } from '../../app/registries/shared-copy.ts';
import type { CalendarAt } from '../../domain/process/calendar-at.ts';
import { calendarSchema } from '../../domain/time/calendar-schema.ts';
import { checkTimeZoneData } from '../../domain/time/clock-check.ts';
import { createR2BlobStore } from '../../effects/blobs/r2-blob-store.ts';
import {
  type DurableDatabaseHooks,
  type DurableStorage,
  openDurableDatabase,
} from '../../store/database/durable-database.ts';
import { migrate } from '../../store/database/migrate.ts';
import type { RegistryDatabase } from '../../store/database/registry-database.ts';
import { openRegistry } from '../../store/open-registry.ts';
import { engageStaff } from '../demo/cast.ts';
import { keptClock } from '../demo/kept-clock.ts';
import { type EnginePorts, enginePorts } from '../engine-ports.ts';
import { calendarsOf } from '../kept-calendars.ts';
import { noteTribunal } from '../kept-tribunal.ts';
import { missingCalendars } from '../missing-calendars.ts';
import { noteEngine } from '../note-engine.ts';
import { publishShipped } from '../shipped/publish-shipped.ts';
import { tribunalOf } from '../tribunal-names.ts';
import { wallClock } from '../wall-clock.ts';
import type { Log } from './console-log.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import type { ServedTribunal } from './worker-settings.ts';

export interface ObjectSettings extends DurableDatabaseHooks {
  readonly mode: 'demo' | 'production';
  readonly tribunal: ServedTribunal;
  /** The registry's name. */
  readonly registry: string;
  /** Of a registry that is not home. */
  readonly home: Home | undefined;
  readonly log: Log;
}

export interface OpenedObject {
  readonly ports: EnginePorts;
  readonly database: RegistryDatabase;
  /** What a registry that is not home has of it. */
  readonly copy: SharedCopy | undefined;
  /** What the tribunal's pages look like, where that is said. */
  readonly theme: ServedTribunal['names']['theme'];
  /** Without one that a workflow counts by, the object serves the others, and says that it is not ready. */
  readonly hasCalendars: boolean;
}

const TIME_ZONE_REMEDY =
  'Cloudflare updates that data with its runtime: ask its support, and until it is right run this registry on Node.';

/**
 * Opens the registry of a Durable Object: its database, brought to the newest schema; then, at home, what ships with the
 * program, and elsewhere what home has of it.
 *
 * @throws with what to set or mend when it cannot be opened
 */
export async function openRegistryObject(
  { storage }: Pick<DurableObjectState, 'storage'>,
  { FILES }: Pick<WorkerEnvironment, 'FILES'>,
  { mode, tribunal: served, registry: id, home, log, ...hooks }: ObjectSettings,
): Promise<OpenedObject> {
  const outdated = checkTimeZoneData(undefined, TIME_ZONE_REMEDY);
  if (outdated) throw new Error(outdated);
  const database = openDurableDatabase(storage as DurableStorage, hooks);
  migrate(database, migrations);
  const registry = openRegistry(id, database);
  const copy = home && sharedCopy(registry, home, wallClock);
  await copy?.upToDate();
  const clock = mode === 'demo' ? keptClock(registry) : wallClock;
  const tribunal = tribunalOf(registry, served.names, served.origin);
  const blobs = createR2BlobStore(FILES, served.id);
  const ports = enginePorts({ registry, clock, blobs, tribunal, calendarAt: newestCalendars(registry) });
  if (hooks.whyReadOnly?.() === undefined) {
    // An object is one alone: what was under lease when it last ended waits for nobody.
    await registry.commit((tx) => {
      noteEngine(tx);
      tx.releaseLeases();
    });
    if (!home) await keepShipped(ports, mode, log);
  }
  const missing = registry.read(missingCalendars);
  for (const sentence of missing) log.warn(sentence);
  return { ports, database, copy, theme: served.names.theme, hasCalendars: missing.length === 0 };
}

async function keepShipped(ports: EnginePorts, mode: 'demo' | 'production', log: Log): Promise<void> {
  await ports.registry.commit((tx) => noteTribunal(tx, ports.tribunal, ports.clock.now()));
  const shipped = { calendars: calendars.map((calendar) => calendarSchema.parse(calendar)), workflows };
  await publishShipped(ports, shipped, mode, (sentence) => log.warn(sentence));
  if (mode === 'demo') await engageStaff(ports);
}

/** A copy of the calendars may become newer while the object runs. */
function newestCalendars(registry: Registry): CalendarAt {
  let calendarAt = calendarsOf(registry);
  let seen: unknown;
  return (id, at) => {
    const revision = registry.read((reads) => reads.setting('shared.revision'));
    if (revision !== seen) calendarAt = calendarsOf(registry);
    seen = revision;
    return calendarAt(id, at);
  };
}
