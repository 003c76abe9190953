import type { ProcessOf } from '../app/ports/ports.ts';
import type { RegistryReads } from '../app/ports/registry.ts';
import type { DefinitionOf } from '../app/ports/workflows.ts';
import { calendarsNamed } from '../domain/definition/calendars-named.ts';
import { definitionSchema } from '../domain/definition/schema.ts';
import { CalendarMissing } from '../domain/process/calendar-missing.ts';
import { compileProcess, type Process, type ProcessSurroundings } from '../domain/process/process.ts';

/**
 * Published versions, each read and compiled at its first use (some 20 ms for a large one) and kept: they never change.
 * A version can be read without its calendars; to run it they must be there, and each time that they are not it throws
 * `CalendarMissing`: found in the middle of a step it would be an error of an expression, or a deadline without a date.
 */
export function compiledProcesses(
  registry: { read<T>(work: (reads: RegistryReads) => T): T },
  surroundings: ProcessSurroundings,
): { readonly processOf: ProcessOf; readonly definitionOf: DefinitionOf } {
  const kept = new Map<string, Process>();
  const runs = new Set<Process>();
  const compiled: ProcessOf = ({ id, version }) => {
    const key = `${id}/${version}`;
    const known = kept.get(key);
    if (known) return known;
    const row = registry.read((reads) => reads.workflowVersion(id, version));
    if (!row) throw new Error(`workflow ${id} v${version} is missing; restore it from a backup before going on`);
    const process = compileProcess(definitionSchema.parse(JSON.parse(row.json)), version, surroundings);
    kept.set(key, process);
    return process;
  };
  const processOf: ProcessOf = (workflow) => {
    const process = compiled(workflow);
    if (!runs.has(process)) requireCalendars(process);
    runs.add(process);
    return process;
  };
  return { processOf, definitionOf: (workflow) => compiled(workflow).definition };
}

/** Any version of a calendar will do: the first serves all that lies before it. */
const EVER = '1970-01-01T00:00:00.000Z';

function requireCalendars({ definition, version, calendarAt }: Process): void {
  try {
    for (const calendar of calendarsNamed(definition)) calendarAt(calendar, EVER);
  } catch (error) {
    throw error instanceof CalendarMissing
      ? new CalendarMissing(error.calendar, { id: definition.id, version })
      : error;
  }
}
