import type { RoleInCase } from '../../domain/roles-in-case.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { QueryPorts } from './audited-read.ts';
import { type CaseSummary, listCases } from './list-cases.ts';
import { readStanding } from './read-case.ts';

/** A case in the list of a page: it says what is the viewer's own to do. */
export interface Dispute {
  readonly theCase: CaseSummary;
  /** How the viewer stands to it. */
  readonly standing: readonly RoleInCase[];
}

/** The cases that a viewer may see, newest first, with how they stand to each. */
export function listDisputes(ports: QueryPorts, viewer: Viewer, page: PageRequest, language: string): Page<Dispute> {
  const { items, next } = listCases(ports, viewer, {}, page, language);
  return { items: items.map((theCase) => ({ theCase, standing: readStanding(ports, viewer, theCase.id) })), next };
}
