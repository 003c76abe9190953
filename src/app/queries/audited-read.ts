import type { Viewer } from '../../domain/viewer.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registry, RegistryReads } from '../ports/registry.ts';
import type { DefinitionOf } from '../ports/workflows.ts';
import { auditSealed } from '../show-case.ts';

/** What queries need. */
export interface QueryPorts {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly definitionOf: DefinitionOf;
}

/** Notes that the answer holds something sealed: its path, `case/<id>/…`. */
export type NoteSealed = (subject: string) => void;

/**
 * Reads for a viewer. When the answer holds sealed things, it is given only after it stands in the audit, on disk, who
 * was shown them; when that cannot be written, the read fails.
 */
export async function auditedRead<T>(
  { registry, clock }: Pick<QueryPorts, 'registry' | 'clock'>,
  viewer: Viewer,
  read: (reads: RegistryReads, noteSealed: NoteSealed) => T,
): Promise<T> {
  const subjects = new Set<string>();
  const answer = registry.read((reads) => read(reads, (subject) => subjects.add(subject)));
  if (subjects.size === 0 || viewer.kind === 'stranger') return answer;
  const at = clock.now();
  await registry.commit((tx) => auditSealed(tx, viewer, at, subjects));
  return answer;
}
