import type { CaseView, DeadlineView } from '../../../app/case-view.ts';
import { readUntil } from '../../../app/drafts/room-visits.ts';
import type { PageRequest } from '../../../app/ports/page.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';
import { listActions } from '../../../app/queries/list-actions.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import type { MessageView } from '../../../app/queries/part-views.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import { type RoomView, readRoom } from '../../../app/queries/read-room.ts';
import { type UnreadTalks, unreadTalks } from '../../../app/queries/unread-talks.ts';
import type { RoleInCase } from '../../../domain/access/roles-in-case.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import type { Offer } from '../../../domain/offer.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type CaseWords, caseWords } from '../case/case-words.ts';
import { zoneOf } from '../zone-of.ts';
import { type RoomActions, roomActions } from './room-actions.ts';

/** All that a page of the talks shows, as its viewer may see it. */
export interface RoomModel {
  readonly theCase: CaseView;
  readonly definition: Definition;
  readonly names: CaseWords;
  readonly standing: readonly RoleInCase[];
  readonly room: RoomView;
  readonly actions: RoomActions;
  /** What writes into these very talks; absent: they are closed, or the viewer only reads along. */
  readonly write: ActionView | undefined;
  /** The offer to be answered, and until when it stands. */
  readonly onTable: Offer | undefined;
  readonly standsUntil: DeadlineView | undefined;
  /** What all have agreed to, as long as nothing newer was offered. */
  readonly agreed: Offer | undefined;
  /** Titles of the files that messages bring. */
  readonly files: ReadonlyMap<string, string>;
  /** Until when the viewer has read before; empty: never. */
  readonly until: string;
  readonly unread: UnreadTalks | undefined;
  /** Of the journal, as the viewer may read it, when the talks were read; empty where there is none. */
  readonly newestEntry: string;
  /** They look at the newest. */
  readonly isNewest: boolean;
  readonly zone: string;
  /** Instant (UTC). */
  readonly now: string;
}

export const MESSAGES_A_PAGE = 30;

/** Reads the talks of a case for their page; nothing when they do not exist for the viewer. */
export async function readRoomPage(
  ports: WebPorts,
  viewer: Viewer,
  talks: { readonly caseId: string; readonly party: string | undefined; readonly cursor: string | undefined },
  language: string,
): Promise<RoomModel | undefined> {
  const { caseId, party, cursor } = talks;
  const page: PageRequest = { limit: MESSAGES_A_PAGE, ...(cursor ? { cursor } : {}) };
  // First: what comes while the rest is read is told as new.
  const journal = await listPart(ports, viewer, caseId, 'journal', { limit: 1 }, language);
  const room = readRoom(ports, viewer, { caseId, party, page }, language);
  const theCase = room && (await readCase(ports, viewer, caseId, language));
  const all = listActions(ports, viewer, caseId, language);
  if (!room || !theCase || !all) return undefined;
  const definition = ports.definitionOf(theCase.workflow);
  const standing = readStanding(ports, viewer, caseId);
  const actions = roomActions(definition, theCase, all);
  const newest = room.offers[0];
  return {
    theCase,
    definition,
    names: caseWords(definition, language),
    standing,
    room,
    actions,
    write: actions.write.find((action) => writesHere(definition, action, party)),
    onTable: newest?.status === 'open' ? newest : undefined,
    standsUntil: offerDeadline(definition, theCase),
    agreed: newest?.status === 'accepted' ? newest : undefined,
    files: await fileTitles(ports, viewer, caseId, room.messages.items, language),
    until: readUntil(ports, viewer, talks),
    unread: unreadTalks(ports, viewer, caseId),
    newestEntry: journal?.items[0]?.id ?? '',
    isNewest: cursor === undefined,
    zone: zoneOf(ports, theCase.workflow),
    now: ports.clock.now(),
  };
}

/** Into the talks of all, or into those with one party alone: the event is about them, or asks for them in its form. */
function writesHere(definition: Definition, { event, party }: ActionView, talksWith: string | undefined): boolean {
  const isSeparate = named(definition.events, event)?.message === 'separate';
  if (talksWith === undefined) return !isSeparate;
  return isSeparate && (party === undefined || party === talksWith);
}

/** The date by which the offer on the table is answered: one of those that offers start. */
export function offerDeadline(definition: Definition, { deadlines }: CaseView): DeadlineView | undefined {
  const names = Object.values(definition.events).map(({ offer }) => offer?.deadline);
  return deadlines.find(({ name }) => names.includes(name));
}

async function fileTitles(
  ports: WebPorts,
  viewer: Viewer,
  caseId: string,
  messages: readonly MessageView[],
  language: string,
): Promise<ReadonlyMap<string, string>> {
  if (!messages.some(({ attachments }) => attachments.length > 0)) return new Map();
  const documents = await listPart(ports, viewer, caseId, 'documents', { limit: 100 }, language);
  return new Map(documents?.items.map(({ id, title }) => [id, title]));
}

/** Whether someone is the viewer: the party they are or act for, or the office they hold in the case. A helper is not the party. */
export function isOwnBy(
  standing: readonly RoleInCase[],
  by: { readonly party?: string; readonly role: string; readonly capacity?: string },
): boolean {
  return standing.some((one) =>
    one.standing === 'party'
      ? one.party === by.party && (one.capacity === 'helper') === (by.capacity === 'helper')
      : by.party === undefined && one.role === by.role,
  );
}

/** The same of an offer: it names its party, or the office of the tribunal. */
export function isOwnOffer(standing: readonly RoleInCase[], { by }: Pick<Offer, 'by'>): boolean {
  return standing.some((one) => (one.standing === 'party' ? isSpokenFor(one, by) : one.role === by));
}

function isSpokenFor({ party, capacity }: Extract<RoleInCase, { standing: 'party' }>, by: string): boolean {
  return party === by && capacity !== 'helper';
}
