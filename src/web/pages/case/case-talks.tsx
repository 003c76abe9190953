/** @jsxImportSource hono/jsx */

import type { Offer } from '../../../domain/offer.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import { offeredBy } from '../room/room-offer.tsx';
import { roomPath } from '../room/room-path.ts';
import type { TalksSummary } from '../room/talks-summary.ts';
import type { CasePageModel } from './case-page-model.ts';
import { WhoReads } from './who-reads.tsx';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** The way into the talks, and how they stand. */
export function CaseTalks({ words, model }: Props) {
  const { room: said } = words;
  const { talks, theCase } = model;
  if (!talks) return null;
  const isClosed = theCase.status === 'closed';
  const news = newsOf(words, model, talks);
  return (
    <section class="card talks" aria-labelledby="talks">
      <h2 id="talks">{said.enter}</h2>
      <WhoReads isPrivileged>{isClosed ? said.closed : said.enterText}</WhoReads>
      {news.length > 0 && (
        <ul class="govuk-list">
          {news.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      <Button href={roomPath(theCase.id)} class="govuk-button--secondary">
        {said.open}
      </Button>
    </section>
  );
}

/** A line for each thing that the viewer should know before they go in. */
function newsOf(words: Words, model: CasePageModel, talks: TalksSummary): readonly string[] {
  const { room: said } = words;
  return [
    ...offerNews(words, model, talks),
    ...(model.theCase.status === 'closed' ? [] : talks.isAgreed ? [said.agreement] : biddingNews(words, talks)),
    ...(talks.unread === 0
      ? []
      : [fill(talks.unread === 1 ? said.messageOne : said.messageMany, { count: talks.unread })]),
  ];
}

function offerNews(words: Words, model: CasePageModel, talks: TalksSummary): readonly string[] {
  const { onTable, standsUntil, isToAnswer } = talks;
  // An offer that waits for their answer stands at the head of the page.
  if (!onTable || isToAnswer) return [];
  const { room: said } = words;
  const what = offerInWords(words, model, onTable, talks.isOwnOffer);
  const when = standsUntil && momentInWords(standsUntil.dueAt, standsUntil.zone, words);
  return [when ? `${what}. ${fill(said.standsUntil, { when })}` : `${what}.`];
}

/** “Bob Bright made an offer: $2,700.00” */
export function offerInWords(
  { room: said, lang }: Words,
  model: Pick<CasePageModel, 'definition' | 'theCase' | 'names'>,
  offer: Offer,
  isOwn: boolean,
): string {
  const { amount } = offer.terms;
  const sum = typeof amount === 'number' ? formatMoney(amount, model.definition.currency, lang) : '';
  return isOwn ? fill(said.youHaveOffered, { sum }) : fill(said.offeredYou, { name: offeredBy(model, offer), sum });
}

function biddingNews({ room: said }: Words, { bidding, actions }: TalksSummary): readonly string[] {
  if (bidding.status !== 'proposed' && bidding.status !== 'open') return [];
  if (actions.bidding.bid.length > 0) return [fill(said.biddingTurn, { round: bidding.round })];
  return [actions.bidding.agree.length > 0 ? said.biddingAsked : said.biddingWaits];
}
