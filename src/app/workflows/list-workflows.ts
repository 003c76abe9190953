import type { Text } from '../../domain/definition/text-schema.ts';
import type { QueryPorts } from '../queries/audited-read.ts';

/** A process that a case can be opened in. */
export interface WorkflowSummary {
  readonly id: string;
  readonly title: Text;
  /** The version that new cases use now. */
  readonly version: number;
  /** Roles of the tribunal that open its cases; absent: anyone who is signed in. */
  readonly opens?: readonly string[];
  /** It has questions before any claim. */
  readonly hasExplorer?: true;
}

type WorkflowLister = Pick<QueryPorts, 'registry' | 'clock' | 'definitionOf'>;

/** What can be opened now, for anyone to read. */
export function listWorkflows({ registry, clock, definitionOf }: WorkflowLister): readonly WorkflowSummary[] {
  const at = clock.now();
  return registry.read((reads) =>
    reads.workflows().flatMap(({ id, title }) => {
      const current = reads.currentWorkflow(id, at);
      if (!current) return [];
      const { version } = current;
      const { opens, explorer } = definitionOf({ id, version });
      return [{ id, title, version, ...(opens ? { opens } : {}), ...(explorer ? { hasExplorer: true } : {}) }];
    }),
  );
}
