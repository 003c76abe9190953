import { calendars, migrations, workflows } from 'parley:shipped';
import type { DurableObjectState } from '@cloudflare/workers-types';
import { calendarSchema } from '../../domain/time/calendar-schema.ts';
import { checkTimeZoneData } from '../../domain/time/clock-check.ts';
import { createR2BlobStore } from '../../effects/r2-blob-store.ts';
import { type DurableDatabaseHooks, type DurableStorage, openDurableDatabase } from '../../store/durable-database.ts';
import { migrate } from '../../store/migrate.ts';
import { openRegistry } from '../../store/open-registry.ts';
import type { RegistryDatabase } from '../../store/registry-database.ts';
import { engageStaff } from '../demo/cast.ts';
import { keptClock } from '../demo/kept-clock.ts';
import { type EnginePorts, enginePorts } from '../engine-ports.ts';
import { noteTribunal } from '../kept-tribunal.ts';
import { noteEngine } from '../note-engine.ts';
import { publishShipped } from '../publish-shipped.ts';
import { tribunalOf } from '../tribunal-names.ts';
import { wallClock } from '../wall-clock.ts';
import type { Log } from './console-log.ts';
import type { WorkerEnvironment } from './worker-environment.ts';
import type { ServedTribunal } from './worker-settings.ts';

export interface ObjectSettings extends DurableDatabaseHooks {
  readonly mode: 'demo' | 'production';
  readonly tribunal: ServedTribunal;
  /** The registry's id. */
  readonly registry: string;
  readonly log: Log;
}

export interface OpenedObject {
  readonly ports: EnginePorts;
  readonly database: RegistryDatabase;
}

const TIME_ZONE_REMEDY =
  'Cloudflare updates that data with its runtime: ask its support, and until it is right run this registry on Node.';

/**
 * Opens the registry of a Durable Object: its database, brought to the newest schema, and what ships with the program.
 *
 * @throws with what to set or mend when it cannot be opened
 */
export async function openRegistryObject(
  { storage }: Pick<DurableObjectState, 'storage'>,
  { FILES }: Pick<WorkerEnvironment, 'FILES'>,
  { mode, tribunal: served, registry: id, log, ...hooks }: ObjectSettings,
): Promise<OpenedObject> {
  const outdated = checkTimeZoneData(undefined, TIME_ZONE_REMEDY);
  if (outdated) throw new Error(outdated);
  const database = openDurableDatabase(storage as DurableStorage, hooks);
  migrate(database, migrations);
  const registry = openRegistry(id, database);
  const clock = mode === 'demo' ? keptClock(registry) : wallClock;
  const tribunal = tribunalOf(registry, served.names, served.origin);
  const ports = enginePorts({ registry, clock, blobs: createR2BlobStore(FILES, served.id), tribunal });
  await registry.commit((tx) => {
    noteEngine(tx);
    noteTribunal(tx, tribunal, clock.now());
    // An object is one alone: what was under lease when it last ended waits for nobody.
    tx.releaseLeases();
  });
  const shipped = { calendars: calendars.map((calendar) => calendarSchema.parse(calendar)), workflows };
  await publishShipped(ports, shipped, mode, (sentence) => log.warn(sentence));
  if (mode === 'demo') await engageStaff(ports);
  return { ports, database };
}
