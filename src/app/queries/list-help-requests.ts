import { ownCases } from '../../domain/access/case-scope.ts';
import { helpRequestsOf } from '../../domain/access/roles-in-case.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { QueryPorts } from './audited-read.ts';

/** A party's request to stand beside it, as whom it went to reads it: who asks, in what, and nothing else of the case. */
export interface HelpRequestView {
  /** The supporter that they would be. */
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  /** What the process is called. */
  readonly process: string;
  readonly capacity: 'representative' | 'helper';
  /** Who asks, by name. */
  readonly party: string;
}

const CASES_LOOKED_AT = 100;

/** The requests that wait for the viewer's answer, in one registry. */
export function listHelpRequests(ports: QueryPorts, viewer: Viewer, language: string): readonly HelpRequestView[] {
  return ports.registry.read((reads) => {
    const { items } = reads.cases(ownCases(viewer), {}, { limit: CASES_LOOKED_AT });
    return items.flatMap(({ id }) => requestsIn(ports, reads, viewer, id, language));
  });
}

/** Those of one case. */
export function readHelpRequests(
  ports: QueryPorts,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly HelpRequestView[] {
  return ports.registry.read((reads) => requestsIn(ports, reads, viewer, caseId, language));
}

function requestsIn(
  { definitionOf }: QueryPorts,
  reads: Pick<RegistryReads, 'caseFile'>,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly HelpRequestView[] {
  const theCase = reads.caseFile(caseId);
  if (!theCase) return [];
  const { reference, workflow } = theCase;
  return helpRequestsOf(viewer, theCase).map(({ party, supporter: { id, capacity } }) => {
    const process = textIn(definitionOf(workflow).title, language);
    return { id, caseId, reference, process, capacity, party: party.name };
  });
}
