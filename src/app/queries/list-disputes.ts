import type { RoleInCase } from '../../domain/roles-in-case.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { type Begun, listBegun } from '../drafts/list-begun.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { Ports } from '../ports/ports.ts';
import type { QueryPorts } from './audited-read.ts';
import { type CaseSummary, listCases } from './list-cases.ts';
import { readStanding } from './read-case.ts';

/** A case in the list of a page: it says what is the viewer's own to do. */
export interface Dispute {
  readonly theCase: CaseSummary;
  /** How the viewer stands to it. */
  readonly standing: readonly RoleInCase[];
  /** What they have begun there and not sent. */
  readonly begun: readonly Begun[];
}

type DisputePorts = QueryPorts & Pick<Ports, 'processOf'>;

/** The cases that a viewer may see, newest first, with how they stand to each. */
export function listDisputes(ports: DisputePorts, viewer: Viewer, page: PageRequest, language: string): Page<Dispute> {
  const { items, next } = listCases(ports, viewer, {}, page, language);
  return {
    items: items.map((theCase) => ({
      theCase,
      standing: readStanding(ports, viewer, theCase.id),
      begun: listBegun(ports, viewer, theCase.id, language),
    })),
    next,
  };
}
