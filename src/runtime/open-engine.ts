import type { AuthPorts } from '../app/auth/auth-ports.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Ports } from '../app/ports/ports.ts';
import type { Registry } from '../app/ports/registry.ts';
import type { WorkflowPorts } from '../app/workflows/workflow-ports.ts';
import { checkDefinition } from '../domain/definition/check/check-definition.ts';
import { readDefinition } from '../domain/definition/check/read-definition.ts';
import { compileProcess, type ProcessSurroundings, type Tribunal } from '../domain/process.ts';
import { runScenario } from '../domain/run-scenario.ts';
import { createDiskBlobStore, type DiskBlobStore } from '../effects/blob-store.ts';
import type { NodeDatabase } from '../store/node-database.ts';
import { compiledProcesses } from './compiled-processes.ts';
import { dataFolder } from './data-folder.ts';
import { calendarIds, calendarsOf } from './kept-calendars.ts';
import { lastTribunal, noteTribunal } from './kept-tribunal.ts';
import { nodeIds } from './node-ids.ts';
import { type CommitListener, observedRegistry } from './observed-registry.ts';
import { openRegistryFile } from './open-registry-file.ts';
import { readTribunalFile, type TribunalNames } from './tribunal-file.ts';
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
}

/** The engine over one data folder, without the means to reach anybody. */
export interface Engine {
  readonly ports: Ports & AuthPorts & ProcessSurroundings & Pick<WorkflowPorts, 'check' | 'runScenarios'>;
  readonly database: NodeDatabase;
  readonly blobs: DiskBlobStore;
}

/**
 * Opens a data folder.
 *
 * @throws with what to mend when something in the folder cannot be used.
 */
export async function openEngine(settings: EngineSettings): Promise<Engine> {
  const folder = dataFolder(settings.path);
  const named = readTribunalFile(folder.tribunal) ?? settings.tribunal;
  const { registry: bare, database } = openRegistryFile(settings.registryFile ?? folder.registry);
  const registry = observedRegistry(bare, settings.listeners ?? []);
  const clock = settings.clockOf?.(registry) ?? wallClock;
  const tribunal = tribunalFor(registry, named, settings.origin);
  if (settings.origin !== undefined) await registry.commit((tx) => noteTribunal(tx, tribunal, clock.now()));
  const surroundings: ProcessSurroundings = { calendarAt: calendarsOf(registry), tribunal };
  const blobs = createDiskBlobStore(folder.files);
  const ports: Engine['ports'] = {
    registry,
    clock,
    wallClock,
    ids: nodeIds,
    ...compiledProcesses(registry, surroundings),
    blobs,
    ...surroundings,
    ...rehearsal(registry, surroundings),
  };
  return { ports, database, blobs };
}

const UNNAMED: TribunalNames = {
  name: { en: 'Online Tribunal', fr: 'Tribunal en ligne' },
  address: {},
  contact: 'registry@tribunal.example',
};

function tribunalFor(registry: Registry, named: TribunalNames | undefined, origin: string | undefined): Tribunal {
  const last = registry.read(lastTribunal);
  const { name, address, contact } = named ?? last ?? UNNAMED;
  return { name, address, contact, origin: origin ?? last?.origin ?? '' };
}

/** Checking and playing definitions that are not published yet. */
function rehearsal(
  registry: Registry,
  surroundings: ProcessSurroundings,
): Pick<WorkflowPorts, 'check' | 'runScenarios'> {
  return {
    check(text) {
      const read = readDefinition(text);
      if (!('json' in read)) return { problems: read.problems, definition: undefined };
      const { problems, definition } = checkDefinition(read.json, { calendars: registry.read(calendarIds) });
      return { problems, definition };
    },
    runScenarios(definition) {
      const process = compileProcess(definition, 0, surroundings);
      return definition.scenarios.map((scenario) => runScenario(process, scenario));
    },
  };
}
