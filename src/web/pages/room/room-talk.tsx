/** @jsxImportSource hono/jsx */
import type { MessageView } from '../../../app/queries/part-views.ts';
import type { Offer } from '../../../domain/offer.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { Details } from '../../components/details.tsx';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { shortMoment } from '../moment-in-words.ts';
import { OfferTerms } from './offer-terms.tsx';
import { isOwnBy, isOwnOffer, type RoomModel } from './room-model.ts';
import { offeredBy } from './room-offer.tsx';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
}

/** What was said and offered, newest first: who opens it on a phone sees the last word, and reads back from there. */
export function RoomTalk({ words, model }: Props) {
  const { room: said } = words;
  const entries = entriesOf(model);
  const fresh = entries.filter((entry) => isNew(model, entry)).length;
  return (
    <>
      <h2 id="said">{said.soFar}</h2>
      {fresh > 0 && <p class="quiet">{fill(fresh === 1 ? said.newOne : said.newMany, { count: fresh })}</p>}
      {entries.length === 0 && <p class="quiet">{said.nothing}</p>}
      <ol class="talk">
        {entries.map((entry) => (
          <li>
            {'message' in entry ? (
              <Message words={words} model={model} entry={entry} />
            ) : (
              <Earlier words={words} model={model} entry={entry} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface MessageEntry {
  readonly at: string;
  readonly isOwn: boolean;
  readonly message: MessageView;
}
interface OfferEntry {
  readonly at: string;
  readonly isOwn: boolean;
  readonly offer: Offer;
}
export type Entry = MessageEntry | OfferEntry;

/** The messages of the page, and the offers that were made in their time; the one that waits for its answer stands above. */
export function entriesOf({ room, standing, onTable, agreed, isNewest }: RoomModel): Entry[] {
  const { items, next } = room.messages;
  const from = next === null ? '' : (items.at(-1)?.at ?? '');
  const until = isNewest ? '9999' : (items[0]?.at ?? '');
  const messages = items.map((message): Entry => {
    return { at: message.at, isOwn: message.by.kind === 'person' && isOwnBy(standing, message.by), message };
  });
  const offers = room.offers
    .filter(
      (offer) => offer.id !== onTable?.id && offer.id !== agreed?.id && offer.madeAt > from && offer.madeAt <= until,
    )
    .map((offer): Entry => ({ at: offer.madeAt, isOwn: isOwnOffer(standing, offer), offer }));
  return [...messages, ...offers].toSorted((one, other) => other.at.localeCompare(one.at));
}

/** Said by somebody else since the viewer last looked. Who looks for the first time finds all of it new, and none marked. */
function isNew({ until }: RoomModel, { at, isOwn }: Entry): boolean {
  return until !== '' && at > until && !isOwn;
}

function Message({ words, model, entry }: Props & { readonly entry: MessageEntry }) {
  const { by, body, at, attachments, readers } = entry.message;
  return (
    <article class={entry.isOwn ? 'card msg mine' : 'card msg'}>
      <p class="quiet by">
        {isNew(model, entry) && <Tag class="govuk-tag--yellow">{words.theCase.unread}</Tag>}{' '}
        <b>{authorInWords(words, model, by, entry.isOwn)}</b> ·{' '}
        <time datetime={at}>{shortMoment(at, model.zone, words)}</time>
      </p>
      <p class="text">{body}</p>
      {attachments.length > 0 && (
        <ul class="govuk-list">
          {attachments.map((id) => (
            <li>
              <a href={`/documents/${encodeURIComponent(id)}`}>{model.files.get(id) ?? words.room.file}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet reach">{words.theCase.readers[readers]}</p>
    </article>
  );
}

/** “You”, or a name with what they are in the case. */
function authorInWords(
  { room: said }: Words,
  { names, standing }: RoomModel,
  by: MessageView['by'],
  isOwn: boolean,
): string {
  if (by.kind !== 'person') return said.tribunal;
  const role = by.capacity ? said.capacities[by.capacity] : names.role(by.role);
  const isBeside = standing.some((one) => one.standing === 'party' && one.capacity !== undefined);
  return isOwn && !by.capacity && !isBeside ? said.youAuthor : `${by.name} (${role})`;
}

/** An offer that is not on the table any more: one line, its terms for who opens it. */
function Earlier({ words, model, entry: { offer, at, isOwn } }: Props & { readonly entry: OfferEntry }) {
  const { room: said, theCase } = words;
  const { amount } = offer.terms;
  const sum = typeof amount === 'number' ? formatMoney(amount, model.definition.currency, words.lang) : '';
  const line = isOwn ? fill(said.youOffered, { sum }) : fill(said.theyOffered, { name: offeredBy(model, offer), sum });
  return (
    <div class="past-offer">
      <Details summary={line}>
        <OfferTerms words={words} model={model} offer={offer} />
      </Details>
      <p class="quiet">
        <time datetime={at}>{shortMoment(at, model.zone, words)}</time> · {theCase.offerStatus[offer.status]}
      </p>
    </div>
  );
}
