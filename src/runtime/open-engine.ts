import type { Clock } from '../app/ports/clock.ts';
import type { Registry } from '../app/ports/registry.ts';
import { createDiskBlobStore, type DiskBlobStore } from '../effects/blobs/blob-store.ts';
import type { NodeDatabase } from '../store/database/node-database.ts';
import { dataFolder } from './data-folder.ts';
import { type EnginePorts, enginePorts } from './engine-ports.ts';
import { noteTribunal } from './kept-tribunal.ts';
import { noteEngine } from './note-engine.ts';
import { type CommitListener, observedRegistry } from './registries/observed-registry.ts';
import { openRegistryFile } from './registries/open-registry-file.ts';
import { requireHome } from './registries/require-home.ts';
import { readTribunalFile } from './settings/tribunal-file.ts';
import { type TribunalNames, tribunalOf } from './tribunal-names.ts';
import { wallClock } from './wall-clock.ts';

export interface EngineSettings {
  /** The data folder. */
  readonly path: string;
  /** Another database than the folder's own: one that is being made. */
  readonly registryFile?: string;
  /** The address that people open; without it, the last one known: for programs that send nothing. */
  readonly origin?: string;
  /** What the tribunal calls itself, where no file in the folder says it. */
  readonly tribunal?: TribunalNames;
  /** By which cases live. Given the registry: a turned clock is kept there. */
  readonly clockOf?: (registry: Registry) => Clock;
  readonly listeners?: readonly CommitListener[];
  /** Called before the database gets a newer schema; throws to refuse it. */
  readonly beforeUpgrade?: () => void;
}

/** The engine over one data folder, without the means to reach anybody. */
export interface Engine {
  readonly ports: EnginePorts;
  readonly database: NodeDatabase;
  readonly blobs: DiskBlobStore;
  /** What the tribunal's pages look like, where that is said. */
  readonly theme?: TribunalNames['theme'];
}

/**
 * Opens a data folder.
 *
 * @throws with what to mend when something in the folder cannot be used.
 */
export async function openEngine(settings: EngineSettings): Promise<Engine> {
  const folder = dataFolder(settings.path);
  requireHome(folder);
  const named = readTribunalFile(folder.tribunal) ?? settings.tribunal;
  const { registry: bare, database } = openRegistryFile(settings.registryFile ?? folder.registry, {
    beforeUpgrade: settings.beforeUpgrade,
  });
  const registry = observedRegistry(bare, settings.listeners ?? []);
  const clock = settings.clockOf?.(registry) ?? wallClock;
  const tribunal = tribunalOf(registry, named, settings.origin);
  if (settings.origin !== undefined)
    await registry.commit((tx) => {
      noteEngine(tx);
      noteTribunal(tx, tribunal, clock.now());
    });
  const blobs = createDiskBlobStore(folder.files);
  return { ports: enginePorts({ registry, clock, blobs, tribunal }), database, blobs, theme: named?.theme };
}
