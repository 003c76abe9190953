import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryReads } from '../ports/registry.ts';
import { type DraftPlace, draftKey } from './draft-place.ts';

/** The talks that someone looks at: a party's with the facilitator, or those of all. */
export interface Talks {
  readonly caseId: string;
  readonly party?: string | undefined;
}

/**
 * Until when (an instant, UTC) the viewer has read these talks; empty when they never did. It is kept where their drafts
 * are: theirs alone, no part of the record, and forgotten like a draft. No event can bear the name.
 */
export function readUntil({ registry }: Pick<Ports, 'registry'>, viewer: Viewer, talks: Talks): string {
  return registry.read((reads) => readUntilIn(reads, viewer, talks));
}

/** The same within a read. */
export function readUntilIn(reads: Pick<RegistryReads, 'caseFile' | 'draft'>, viewer: Viewer, talks: Talks): string {
  const key = draftKey(reads, viewer, placeOf(talks));
  return (key && reads.draft(key)?.typed.until?.[0]) ?? '';
}

/** Notes that the viewer has read these talks until then. */
export async function noteRead(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  viewer: Viewer,
  talks: Talks,
  until: string,
): Promise<void> {
  await registry.commit((tx) => {
    const key = draftKey(tx, viewer, placeOf(talks));
    if (key) tx.putFormDraft({ ...key, typed: { until: [until] }, savedAt: clock.now() });
  });
}

function placeOf({ caseId, party }: Talks): DraftPlace {
  return { caseId, event: '.room', party };
}
