import { may } from '../../domain/access/authority.ts';
import type { Party } from '../../domain/party.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import { caseFor } from './case-for.ts';

/** The parties of a case who have no account yet, for the registry, which writes them letters; nobody for everyone else. */
export function listUnjoined(
  { registry }: Pick<Ports, 'registry'>,
  viewer: Viewer,
  caseId: string,
): readonly Pick<Party, 'id' | 'name'>[] {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (!caseFile || caseFile.status === 'closed' || !may(viewer, 'case.assign', caseFile)) return [];
    return caseFile.parties.filter(({ userId }) => userId === undefined).map(({ id, name }) => ({ id, name }));
  });
}
