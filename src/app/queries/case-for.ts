import { may } from '../../domain/access/authority.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { RegistryReads } from '../ports/registry.ts';

/** The case of this id, for who may see that it exists; nothing for everyone else, as if there were none. */
export function caseFor(reads: Pick<RegistryReads, 'caseFile'>, viewer: Viewer, caseId: string): CaseFile | undefined {
  const caseFile = reads.caseFile(caseId);
  return caseFile && may(viewer, 'case.read', caseFile) ? caseFile : undefined;
}
