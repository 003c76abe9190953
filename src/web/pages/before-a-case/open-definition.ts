import type { Definition } from '../../../domain/definition/schema.ts';
import type { WebPorts } from '../../web-ports.ts';

/** The version of a process that new cases use now. */
export function openDefinition(
  { registry, clock, definitionOf }: Pick<WebPorts, 'registry' | 'clock' | 'definitionOf'>,
  workflow: string,
): Definition | undefined {
  const current = registry.read((reads) => reads.currentWorkflow(workflow, clock.now()));
  return current && definitionOf({ id: current.id, version: current.version });
}
