import type { CaseView, DeadlineView } from '../../../app/case-view.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';
import type { BiddingView } from '../../../app/queries/bidding-view.ts';
import type { MessageView } from '../../../app/queries/part-views.ts';
import { readBidding } from '../../../app/queries/read-bidding.ts';
import { unreadTalks } from '../../../app/queries/unread-talks.ts';
import type { RoleInCase } from '../../../domain/access/roles-in-case.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import type { Offer } from '../../../domain/offer.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type RoomActions, roomActions } from './room-actions.ts';
import { isOwnOffer, offerDeadline } from './room-model.ts';

/** How the talks stand, in as much as the page of the case says: the rest is in the room. */
export interface TalksSummary {
  readonly actions: RoomActions;
  readonly onTable: Offer | undefined;
  readonly isOwnOffer: boolean;
  /** Their offer waits for the viewer's answer. */
  readonly isToAnswer: boolean;
  readonly standsUntil: DeadlineView | undefined;
  readonly isAgreed: boolean;
  readonly bidding: BiddingView;
  /** Messages of others that the viewer has not read, in all the talks that they may read. */
  readonly unread: number;
}

interface Known {
  readonly theCase: CaseView;
  readonly definition: Definition;
  readonly standing: readonly RoleInCase[];
  readonly actions: readonly ActionView[];
  readonly offers: readonly Offer[];
  readonly messages: readonly MessageView[];
}

/** Nothing for whom there is no room, and before anything was, or could be, said in it. */
export function talksSummary(ports: WebPorts, viewer: Viewer, known: Known): TalksSummary | undefined {
  const { theCase, definition, standing, offers, messages } = known;
  const bidding = readBidding(ports, viewer, theCase.id);
  const unread = unreadTalks(ports, viewer, theCase.id);
  if (!bidding || !unread) return undefined;
  const actions = roomActions(definition, theCase, known.actions);
  const said = messages.filter(isInTalks);
  const offer = actions.offer;
  const canTalk = actions.write.length + offer.make.length + offer.accept.length + actions.bidding.propose.length > 0;
  if (!canTalk && said.length + offers.length === 0) return undefined;
  const [newest] = offers;
  const onTable = newest?.status === 'open' ? newest : undefined;
  return {
    actions,
    onTable,
    isOwnOffer: onTable !== undefined && isOwnOffer(standing, onTable),
    isToAnswer: onTable !== undefined && offer.accept.length > 0,
    standsUntil: onTable && offerDeadline(definition, theCase),
    isAgreed: newest?.status === 'accepted',
    bidding,
    unread: Object.values(unread.separate).reduce((sum, count) => sum + count, unread.all),
  };
}

export function isInTalks({ readers }: Pick<MessageView, 'readers'>): boolean {
  return readers === 'room' || readers === 'caucus';
}
