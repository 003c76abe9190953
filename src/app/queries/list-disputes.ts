import { type RoleInCase, rolesInCase } from '../../domain/access/roles-in-case.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { type Begun, listBegun } from '../drafts/list-begun.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { Ports } from '../ports/ports.ts';
import type { QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { type CaseSearch, type CaseSummary, listCases } from './list-cases.ts';
import { type Work, workIn } from './read-work.ts';

/** A case in the list of a page: it says what is the viewer's own to do. */
export interface Dispute {
  readonly theCase: CaseSummary;
  /** How the viewer stands to it. */
  readonly standing: readonly RoleInCase[];
  /** What they have begun there and not sent. */
  readonly begun: readonly Begun[];
  /** Work of the tribunal that waits for them, what is due first at the top. */
  readonly tasks: readonly Work[];
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
        tasks: caseFile ? workIn(reads, viewer, caseFile, language) : [],
      };
    }),
    next,
  }));
}
