import type { Text } from '../../domain/definition/text-schema.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registry } from '../ports/registry.ts';

/** A process that a case can be opened in. */
export interface WorkflowSummary {
  readonly id: string;
  readonly title: Text;
  /** The version that new cases use now. */
  readonly version: number;
}

/** What can be opened now, for anyone to read. */
export function listWorkflows({
  registry,
  clock,
}: {
  readonly registry: Registry;
  readonly clock: Clock;
}): readonly WorkflowSummary[] {
  const at = clock.now();
  return registry.read((reads) =>
    reads.workflows().flatMap(({ id, title }) => {
      const current = reads.currentWorkflow(id, at);
      return current ? [{ id, title, version: current.version }] : [];
    }),
  );
}
