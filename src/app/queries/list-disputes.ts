import type { CaseFile } from '../../domain/case-file.ts';
import { ownTasks } from '../../domain/own-tasks.ts';
import { type RoleInCase, rolesInCase } from '../../domain/roles-in-case.ts';
import { textIn } from '../../domain/text-in.ts';
import { typeset } from '../../domain/typeset.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { type Begun, listBegun } from '../drafts/list-begun.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { type CaseSearch, type CaseSummary, listCases } from './list-cases.ts';

/** A case in the list of a page: it says what is the viewer's own to do. */
export interface Dispute {
  readonly theCase: CaseSummary;
  /** How the viewer stands to it. */
  readonly standing: readonly RoleInCase[];
  /** What they have begun there and not sent. */
  readonly begun: readonly Begun[];
  /** Work of the tribunal that waits for them, what is due first at the top. */
  readonly tasks: readonly DisputeTask[];
}

export interface DisputeTask {
  readonly title: string;
  /** Instant (UTC). */
  readonly dueAt: string | null;
}

type DisputePorts = QueryPorts & Pick<Ports, 'processOf' | 'ids'>;

/** The cases that a viewer may see, newest first, with how they stand to each. */
export function listDisputes(
  ports: DisputePorts,
  viewer: Viewer,
  search: CaseSearch,
  page: PageRequest,
  language: string,
): Page<Dispute> {
  const { items, next } = listCases(ports, viewer, search, page, language);
  return ports.registry.read((reads) => ({
    items: items.map((theCase) => {
      const caseFile = caseFor(reads, viewer, theCase.id);
      const standing = caseFile ? rolesInCase(viewer, caseFile) : [];
      return {
        theCase,
        standing,
        begun: listBegun(ports, viewer, theCase.id, language),
        tasks: caseFile ? tasksFor(reads, viewer, caseFile, standing, language) : [],
      };
    }),
    next,
  }));
}

/** A case has few tasks; in a list it is enough to know of the newest. */
const MAX_TASKS = 100;
const NEVER = '9999';

function tasksFor(
  reads: RegistryReads,
  viewer: Viewer,
  caseFile: CaseFile,
  standing: readonly RoleInCase[],
  language: string,
): readonly DisputeTask[] {
  const own = ownTasks(viewer, caseFile, standing);
  if (own.length === 0) return [];
  const ids = new Set(own.map(({ id }) => id));
  return reads
    .part('tasks', caseFile.id, [], { limit: MAX_TASKS })
    .items.filter(({ id }) => ids.has(id))
    .map(({ title, dueAt }) => ({ title: typeset(textIn(title, language), language), dueAt }))
    .toSorted((one, other) => (one.dueAt ?? NEVER).localeCompare(other.dueAt ?? NEVER));
}
