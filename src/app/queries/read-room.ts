import { audiencesOf } from '../../domain/access/audiences-of.ts';
import { takesPart } from '../../domain/access/takes-part.ts';
import type { Audience } from '../../domain/audience.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Offer } from '../../domain/offer.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { RegistryReads } from '../ports/registry.ts';
import type { QueryPorts } from './audited-read.ts';
import { type BiddingView, biddingView } from './bidding-view.ts';
import { caseFor } from './case-for.ts';
import { type MessageView, PART_VIEWS } from './part-views.ts';
import { type RowReader, rowReader } from './row-reader.ts';

/** The talks of a case without prejudice, as one who takes part in them reads them. */
export interface RoomView {
  readonly isOpen: boolean;
  /** The party with whom the facilitator talks here alone; absent: all of them talk. */
  readonly party?: string;
  /** The parties whose talks with the facilitator alone the viewer may read too. */
  readonly separate: readonly string[];
  /** The parties who read these talks. */
  readonly readers: readonly string[];
  /** Whether the viewer reads the talks of all. */
  readonly isInRoom: boolean;
  /** Newest first. */
  readonly messages: Page<MessageView>;
  /** Newest first, the newest hundred; none in separate talks. */
  readonly offers: readonly Offer[];
  /** Absent in separate talks. */
  readonly bidding?: BiddingView;
}

export interface RoomRequest {
  readonly caseId: string;
  /** The separate talks of this party instead of those of all. */
  readonly party?: string | undefined;
  readonly page: PageRequest;
}

const MOST_OFFERS = 100;

/**
 * The room of a case, or one of its separate talks. Nothing when the case does not exist for the viewer, or they have no
 * part in these talks: for whoever decides, and for the registry, there is no room.
 */
export function readRoom(
  { registry, definitionOf }: Pick<QueryPorts, 'registry' | 'definitionOf'>,
  viewer: Viewer,
  { caseId, party, page }: RoomRequest,
  language: string,
): RoomView | undefined {
  return registry.read((reads) => {
    const caseFile = caseFor(reads, viewer, caseId);
    const place: Audience = party === undefined ? 'room' : `caucus:${party}`;
    if (!caseFile || !audiencesOf(viewer, caseFile).includes(place)) return undefined;
    const isInRoom = audiencesOf(viewer, caseFile).includes('room');
    const reader = rowReader(reads, viewer, caseFile, definitionOf(caseFile.workflow), language);
    const { items, next } = reads.part('messages', caseId, [place], page);
    return {
      isOpen: caseFile.room === 'open' && caseFile.status === 'open',
      ...(party === undefined ? {} : { party }),
      separate: separateTalks(viewer, caseFile),
      readers: party === undefined ? caseFile.parties.filter(takesPart).map(({ id }) => id) : [party],
      isInRoom,
      messages: { items: items.map((row) => PART_VIEWS.messages(row, reader)), next },
      offers: place === 'room' ? offersIn(reads, reader) : [],
      ...(place === 'room' ? { bidding: biddingView(reader.definition, caseFile, viewer) } : {}),
    };
  });
}

function separateTalks(viewer: Viewer, caseFile: CaseFile): string[] {
  const audiences = audiencesOf(viewer, caseFile);
  return caseFile.parties.map(({ id }) => id).filter((id) => audiences.includes(`caucus:${id}`));
}

function offersIn(reads: Pick<RegistryReads, 'part'>, reader: RowReader): Offer[] {
  const { items } = reads.part('offers', reader.caseFile.id, ['room'], { limit: MOST_OFFERS });
  return items.map((row) => PART_VIEWS.offers(row, reader));
}
