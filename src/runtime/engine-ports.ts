import type { AuthPorts } from '../app/auth/auth-ports.ts';
import type { BlobStore } from '../app/ports/blobs.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Ports } from '../app/ports/ports.ts';
import type { Registry } from '../app/ports/registry.ts';
import { registryIds } from '../app/registry-ids.ts';
import type { WorkflowPorts } from '../app/workflows/workflow-ports.ts';
import { checkDefinition } from '../domain/definition/check/check-definition.ts';
import { readDefinition } from '../domain/definition/check/read-definition.ts';
import type { CalendarAt } from '../domain/process/calendar-at.ts';
import { compileProcess, type ProcessSurroundings, type Tribunal } from '../domain/process/process.ts';
import { runScenario } from '../domain/rehearsal/run-scenario.ts';
import { compiledProcesses } from './compiled-processes.ts';
import { calendarIds, calendarsOf } from './kept-calendars.ts';
import { nodeIds } from './node-ids.ts';
import { wallClock } from './wall-clock.ts';

/** What the engine runs on, whichever the runtime. */
export type EnginePorts = Ports & AuthPorts & ProcessSurroundings & Pick<WorkflowPorts, 'check' | 'runScenarios'>;

export interface EngineParts {
  readonly registry: Registry;
  /** By which cases live. */
  readonly clock: Clock;
  readonly blobs: BlobStore;
  readonly tribunal: Tribunal;
  /** Absent: the registry's own calendars, as they are when it is opened. */
  readonly calendarAt?: CalendarAt;
}

/** The engine over an open registry, without the means to reach anybody. */
export function enginePorts({ registry, clock, blobs, tribunal, calendarAt }: EngineParts): EnginePorts {
  const surroundings: ProcessSurroundings = { calendarAt: calendarAt ?? calendarsOf(registry), tribunal };
  return {
    registry,
    clock,
    wallClock,
    ids: registryIds(nodeIds, registry.id),
    ...compiledProcesses(registry, surroundings),
    blobs,
    ...surroundings,
    ...rehearsal(registry, surroundings),
  };
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
