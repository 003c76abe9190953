import { audiencesOf } from '../../domain/access/audiences-of.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { readUntilIn } from '../drafts/room-visits.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { MessageRow } from '../ports/rows.ts';
import type { QueryPorts } from './audited-read.ts';
import { caseFor } from './case-for.ts';

/** How many messages of others are new to someone: in the talks of all, and in those of each party with the facilitator. */
export interface UnreadTalks {
  readonly all: number;
  readonly separate: Readonly<Record<string, number>>;
}

/** Counted as far as this back. */
const NEWEST = 100;

/** What the viewer has not read of the talks that they may read; nothing where there are none for them. */
export function unreadTalks(
  { registry }: Pick<QueryPorts, 'registry'>,
  viewer: Viewer,
  caseId: string,
): UnreadTalks | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    if (viewer.kind === 'stranger' || !caseFile) return undefined;
    const audiences = audiencesOf(viewer, caseFile);
    if (!audiences.includes('room')) return undefined;
    const parties = caseFile.parties.map(({ id }) => id).filter((id) => audiences.includes(`caucus:${id}`));
    return {
      all: unreadIn(reads, viewer, caseFile),
      separate: Object.fromEntries(parties.map((party) => [party, unreadIn(reads, viewer, caseFile, party)])),
    };
  });
}

function unreadIn(reads: RegistryReads, viewer: Viewer, { id: caseId }: CaseFile, party?: string): number {
  const until = readUntilIn(reads, viewer, { caseId, party });
  const { items } = reads.part('messages', caseId, [party === undefined ? 'room' : `caucus:${party}`], {
    limit: NEWEST,
  });
  return items.filter((row) => row.at > until && !isBy(row, viewer)).length;
}

function isBy({ by }: MessageRow, viewer: Viewer): boolean {
  return by.kind === 'person' && viewer.kind === 'user' && by.userId === viewer.userId;
}
