import type { Viewer } from '../../domain/viewer.ts';
import type { Registry } from '../ports/registry.ts';
import { caseFor } from './case-for.ts';

/** Someone of the tribunal who has the case. */
export interface TeamMember {
  readonly role: string;
  readonly userId: string;
  readonly name: string;
}

/** Who has the case, by name; nothing when the case does not exist for the viewer. */
export function listTeam(
  { registry }: { readonly registry: Registry },
  viewer: Viewer,
  caseId: string,
): readonly TeamMember[] | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (!caseFile) return undefined;
    return Object.entries(caseFile.assigned).map(([role, userId]) => ({
      role,
      userId,
      name: reads.user(userId)?.name ?? '',
    }));
  });
}
