/** @jsxImportSource hono/jsx */
import { BackLink } from '../../components/back-link.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { TaskList } from '../../components/task-list.tsx';
import { fill, type Words } from '../../words.ts';
import { actionPath } from '../case/action-path.ts';
import { titleOf } from '../case/case-page.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import { RoomAgreement } from './room-agreement.tsx';
import { RoomBidding } from './room-bidding.tsx';
import { RoomBox, type RoomDraft } from './room-box.tsx';
import type { RoomModel } from './room-model.ts';
import { RoomNews } from './room-news.tsx';
import { RoomOffer } from './room-offer.tsx';
import { roomPath } from './room-path.ts';
import { RoomReaders } from './room-readers.tsx';
import { RoomTabs } from './room-tabs.tsx';
import { RoomTalk } from './room-talk.tsx';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
  readonly draft: RoomDraft;
  readonly errors: readonly PageError[];
  /** What the viewer has just done, in a sentence. */
  readonly done: string | undefined;
  /** What they asked for cannot be done now. */
  readonly isGone: boolean;
}

/** The talks without prejudice: what is on the table, a box to write in, and what was said. */
export function RoomPage({ words, model, draft, errors, done, isGone }: Props) {
  const { theCase, room, isNewest } = model;
  const shown = { words, model };
  return (
    <>
      <BackLink href={`/cases/${encodeURIComponent(theCase.id)}`}>{words.theCase.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <Done words={words} done={done} isGone={isGone} />
      <p class="quiet cap">
        {titleOf(model)} · {theCase.reference}
      </p>
      <h1>{headingOf(words, model)}</h1>
      <RoomReaders {...shown} />
      <RoomTabs {...shown} />
      <div class="room">
        {room.party === undefined && isNewest && (
          <>
            <RoomAgreement {...shown} />
            <RoomOffer {...shown} />
            {room.bidding && <RoomBidding {...shown} bidding={room.bidding} />}
          </>
        )}
        {isNewest && <RoomNews {...shown} />}
        {isNewest && <RoomBox {...shown} draft={draft} errors={errors} />}
        {isNewest && room.party === undefined && <Ways {...shown} />}
        <RoomTalk {...shown} />
        <Pages {...shown} />
      </div>
    </>
  );
}

function Done({ words: { theCase }, done, isGone }: Pick<Props, 'words' | 'done' | 'isGone'>) {
  if (done)
    return (
      <NotificationBanner title={theCase.saved} isSuccess>
        <p class="govuk-notification-banner__heading">{done}</p>
      </NotificationBanner>
    );
  return isGone ? (
    <NotificationBanner title={theCase.gone} role="status">
      <p>{theCase.goneText}</p>
    </NotificationBanner>
  ) : null;
}

/** What else can be done about it: an offer, blind bids, a facilitator. */
function Ways({ words, model: { actions, theCase, onTable, agreed } }: Pick<Props, 'words' | 'model'>) {
  const others = [...(agreed ? [] : actions.leads), ...(agreed ? [] : actions.bidding.propose)];
  const ways = [...(onTable ? [] : actions.offer.make), ...others];
  if (ways.length === 0) return null;
  return (
    <>
      <h2>{words.room.ways}</h2>
      <div class="narrow">
        <TaskList
          id="way"
          tasks={ways.map((action) => ({
            title: action.title,
            href: actionPath(theCase.id, action),
            hint: action.hint,
          }))}
        />
      </div>
    </>
  );
}

function Pages({ words: { room: said }, model: { room, theCase, isNewest } }: Pick<Props, 'words' | 'model'>) {
  const { next } = room.messages;
  const here = roomPath(theCase.id, room.party);
  if (next === null && isNewest) return null;
  return (
    <Pagination
      label={said.pages}
      previous={isNewest ? undefined : { href: here, text: said.newest }}
      next={next === null ? undefined : { href: `${here}?before=${encodeURIComponent(next)}`, text: said.older }}
    />
  );
}

/** What the page is called in a list of windows. */
export function roomTitle(words: Words, model: RoomModel): string {
  return `${model.theCase.reference} – ${headingOf(words, model)}`;
}

/** A party talks with the facilitator alone; the facilitator, with a party by name. */
function headingOf({ room: said }: Words, { room: { party }, theCase, standing }: RoomModel): string {
  if (party === undefined) return said.title;
  const isTheirs = standing.some((one) => one.standing === 'party' && one.party === party);
  const name = theCase.parties.find(({ id }) => id === party)?.name ?? '';
  return isTheirs ? said.separateTitle : fill(said.alone, { name });
}
