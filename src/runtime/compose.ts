import type { AuthPorts } from '../app/auth/auth-ports.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Effects } from '../app/ports/effects.ts';
import type { Ports } from '../app/ports/ports.ts';
import type { Registry } from '../app/ports/registry.ts';
import type { WorkflowPorts } from '../app/workflows/workflow-ports.ts';
import { checkDefinition } from '../domain/definition/check/check-definition.ts';
import { readDefinition } from '../domain/definition/check/read-definition.ts';
import { compileProcess, type ProcessSurroundings, type Tribunal } from '../domain/process.ts';
import { runScenario } from '../domain/run-scenario.ts';
import { createDiskBlobStore, type DiskBlobStore } from '../effects/blob-store.ts';
import { createEffects } from '../effects/create-effects.ts';
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

export interface Composition {
  readonly path: string;
  /** Another database than the folder's own: one that is being made. */
  readonly registryFile?: string;
  /** The address that people open; without it, the last one known: for programs that send nothing. */
  readonly origin?: string;
  readonly mode: 'demo' | 'production';
  readonly smtpUrl?: string | undefined;
  /** What the tribunal calls itself, where no file in the folder says it. */
  readonly tribunal?: TribunalNames;
  /** By which cases live. Given the registry: a turned clock is kept there. */
  readonly clockOf?: (registry: Registry) => Clock;
  readonly listeners?: readonly CommitListener[];
  readonly report?: Effects['report'];
  readonly retry?: Parameters<typeof createEffects>[0]['retry'];
}

/** Everything the engine needs, over one data folder: what the server, the command line and the tests run on. */
export interface Parley {
  readonly ports: Ports & AuthPorts & ProcessSurroundings & Pick<WorkflowPorts, 'check' | 'runScenarios'>;
  readonly effects: Effects;
  readonly database: NodeDatabase;
  readonly blobs: DiskBlobStore;
  /** Lets the mail server go, then writes what waits and closes the database. */
  close(): Promise<void>;
}

/**
 * Opens a data folder. Neither listens nor ticks.
 *
 * @throws with what to set or mend when something in the folder or the settings cannot be used.
 */
export async function compose(composition: Composition): Promise<Parley> {
  const folder = dataFolder(composition.path);
  const named = readTribunalFile(folder.tribunal) ?? composition.tribunal;
  const { registry: bare, database } = openRegistryFile(composition.registryFile ?? folder.registry);
  const registry = observedRegistry(bare, composition.listeners ?? []);
  const clock = composition.clockOf?.(registry) ?? wallClock;
  const tribunal = tribunalFor(registry, named, composition.origin);
  if (composition.origin !== undefined) await registry.commit((tx) => noteTribunal(tx, tribunal, clock.now()));
  const surroundings: ProcessSurroundings = { calendarAt: calendarsOf(registry), tribunal };
  const blobs = createDiskBlobStore(folder.files);
  const { effects, close } = openEffects(composition, tribunal);
  return {
    ports: {
      registry,
      clock,
      wallClock,
      ids: nodeIds,
      ...compiledProcesses(registry, surroundings),
      blobs,
      ...surroundings,
      ...rehearsal(registry, surroundings),
    },
    effects,
    database,
    blobs,
    async close() {
      await close();
      await database.close();
    },
  };
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

function openEffects({ mode, smtpUrl, report, retry }: Composition, tribunal: Tribunal) {
  return createEffects({
    tribunal,
    mailFrom: tribunal.contact,
    smtpUrl,
    isDemo: mode === 'demo',
    wallClock,
    random: Math.random,
    report: report ?? (() => {}),
    ...(retry ? { retry } : {}),
  });
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
