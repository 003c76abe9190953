import type { ProcessOf } from '../app/ports/ports.ts';
import type { RegistryReads } from '../app/ports/registry.ts';
import type { DefinitionOf } from '../app/ports/workflows.ts';
import { definitionSchema } from '../domain/definition/schema.ts';
import { compileProcess, type Process, type ProcessSurroundings } from '../domain/process.ts';

/** Published versions, each read and compiled at its first use (some 20 ms for a large one) and kept: they never change. */
export function compiledProcesses(
  registry: { read<T>(work: (reads: RegistryReads) => T): T },
  surroundings: ProcessSurroundings,
): { readonly processOf: ProcessOf; readonly definitionOf: DefinitionOf } {
  const kept = new Map<string, Process>();
  const processOf: ProcessOf = ({ id, version }) => {
    const key = `${id}/${version}`;
    const known = kept.get(key);
    if (known) return known;
    const row = registry.read((reads) => reads.workflowVersion(id, version));
    if (!row) throw new Error(`workflow ${id} v${version} is missing; restore it from a backup before going on`);
    const process = compileProcess(definitionSchema.parse(JSON.parse(row.json)), version, surroundings);
    kept.set(key, process);
    return process;
  };
  return { processOf, definitionOf: (workflow) => processOf(workflow).definition };
}
