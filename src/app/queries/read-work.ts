import { ownTasks } from '../../domain/access/own-tasks.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { textIn } from '../../domain/text-in.ts';
import { typeset } from '../../domain/texts/typeset.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryReads } from '../ports/registry.ts';
import { caseFor } from './case-for.ts';

/** Something that waits for someone of the tribunal. */
export interface Work {
  readonly title: string;
  /** Instant (UTC). */
  readonly dueAt: string | null;
}

/** What waits for the viewer in a case, what is due first at the top; nothing where the case does not exist for them. */
export function readWork(
  { registry }: Pick<Ports, 'registry'>,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly Work[] {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    return caseFile ? workIn(reads, viewer, caseFile, language) : [];
  });
}

/** A case has few tasks; it is enough to know of the newest. */
const MAX_TASKS = 100;
const NEVER = '9999';

/** The same within a read. */
export function workIn(reads: RegistryReads, viewer: Viewer, caseFile: CaseFile, language: string): readonly Work[] {
  const ids = new Set(ownTasks(viewer, caseFile).map(({ id }) => id));
  if (ids.size === 0) return [];
  return reads
    .part('tasks', caseFile.id, [], { limit: MAX_TASKS })
    .items.filter(({ id }) => ids.has(id))
    .map(({ title, dueAt }) => ({ title: typeset(textIn(title, language), language), dueAt }))
    .toSorted((one, other) => (one.dueAt ?? NEVER).localeCompare(other.dueAt ?? NEVER));
}
