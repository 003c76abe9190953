import type { Viewer } from '../../domain/viewer.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';
import { type ExhibitView, exhibitView } from './exhibit-view.ts';
import { rowReader } from './row-reader.ts';

/** The evidence of a case in the order in which it was filed, as a viewer may see it; nothing when there is no such case for them. */
export function listExhibits(
  ports: Pick<QueryPorts, 'registry' | 'definitionOf'>,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly ExhibitView[] | undefined {
  return ports.registry.read((reads) => exhibitsFor(ports, reads, viewer, caseId, language));
}

/** The same within a read that looks at other things too. */
export function exhibitsFor(
  ports: Pick<QueryPorts, 'definitionOf'>,
  reads: RegistryReads,
  viewer: Viewer,
  caseId: string,
  language: string,
): readonly ExhibitView[] | undefined {
  const caseFile = caseFor(reads, viewer, caseId);
  if (!caseFile) return undefined;
  const reader = rowReader(reads, viewer, caseFile, ports.definitionOf(caseFile.workflow), language);
  return (caseFile.exhibits ?? []).flatMap((exhibit) => exhibitView(reads, reader, exhibit) ?? []);
}
