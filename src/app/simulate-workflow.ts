import { z } from 'zod';
import { checkDefinition } from '../domain/definition/check/check-definition.ts';
import { scenarioSchema } from '../domain/definition/scenario-schema.ts';
import { compileProcess, type Process, type ProcessSurroundings } from '../domain/process/process.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { simulate, type TraceEntry } from '../domain/rehearsal/simulate.ts';
import { statePath } from '../domain/statechart.ts';
import type { Ports } from './ports/ports.ts';

/** A definition that comes with the request, or a published one; then who is there and what happens. */
export const simulationRequestSchema = scenarioSchema.omit({ name: true }).extend({
  name: z.string().max(200).optional(),
  definition: z.unknown().optional(),
  workflow: z.string().optional(),
  version: z.number().int().min(1).optional(),
});
export type SimulationRequest = z.infer<typeof simulationRequestSchema>;

export interface SimulationAnswer {
  readonly trace: readonly Omit<TraceEntry, 'detail'>[];
  readonly final: {
    readonly state: string;
    readonly stage: string;
    readonly status: 'open' | 'closed';
    readonly outcome: string | null;
    readonly parties: readonly { readonly id: string; readonly role: string; readonly state: string }[];
    readonly data: Readonly<Record<string, unknown>>;
  } | null;
}

/** Plays a case in memory: nothing is stored, nothing is sent. The clock is the simulation's own. */
export function simulateWorkflow(
  ports: Pick<Ports, 'registry' | 'clock' | 'processOf'> & ProcessSurroundings,
  request: SimulationRequest,
): SimulationAnswer | Refusal {
  const process = processOf(ports, request);
  if (isRefusal(process)) return process;
  const { trace, theCase } = simulate(process, request);
  return {
    trace: trace.map(({ detail: _, ...entry }) => entry),
    final: theCase
      ? {
          state: statePath(theCase.chart),
          stage: theCase.stage,
          status: theCase.status,
          outcome: theCase.outcome,
          parties: theCase.parties.map(({ id, role, chart }) => ({ id, role, state: chart ? statePath(chart) : '' })),
          data: theCase.data,
        }
      : null,
  };
}

function processOf(
  ports: Pick<Ports, 'registry' | 'clock' | 'processOf'> & ProcessSurroundings,
  request: SimulationRequest,
): Process | Refusal {
  if (request.definition !== undefined) return checkedProcess(ports, request.definition);
  const id = request.workflow ?? '';
  const version = ports.registry.read((reads) =>
    request.version ? reads.workflowVersion(id, request.version) : reads.currentWorkflow(id, ports.clock.now()),
  );
  return version ? ports.processOf({ id, version: version.version }) : refuse('UnknownWorkflow', { workflow: id });
}

function checkedProcess(surroundings: ProcessSurroundings, definition: unknown): Process | Refusal {
  const checked = checkDefinition(definition);
  if (checked.ok && checked.definition) return compileProcess(checked.definition, 0, surroundings);
  const errors = checked.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => ({ path, message }));
  return refuse('InvalidDefinition', {}, errors.slice(0, 100));
}
