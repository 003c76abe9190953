/** @jsxImportSource hono/jsx */
import type { Offer } from '../../../domain/offer.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import { actionPath } from '../case/action-path.ts';
import { daysLeft } from '../case/days-left.ts';
import { namesInWords } from '../case/names-in-words.ts';
import { momentInWords } from '../moment-in-words.ts';
import { OfferTerms } from './offer-terms.tsx';
import { isOwnOffer, type RoomModel } from './room-model.ts';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
}

/** The offer on the table: what it says, until when it stands, and what can be done about it. */
export function RoomOffer({ words, model }: Props) {
  const { room: said } = words;
  const { onTable: offer, standsUntil, zone, now } = model;
  if (!offer) return null;
  const isOwn = isOwnOffer(model.standing, offer);
  return (
    <section class="card offer" aria-labelledby="on-table">
      <header>
        <h2 id="on-table">{isOwn ? said.ownOffer : fill(said.offerBy, { name: offeredBy(model, offer) })}</h2>
        {standsUntil && (
          <span>
            {fill(said.openUntil, { when: momentInWords(standsUntil.dueAt, zone, words) })} (
            {daysLeft(standsUntil, now, words)})
          </span>
        )}
      </header>
      <div class="inside">
        <OfferTerms words={words} model={model} offer={offer} />
        <AcceptedSoFar words={words} model={model} offer={offer} />
        {isOwn && <p class="quiet">{said.waitsForThem}</p>}
        <Answers model={model} />
        {standsUntil && (
          <Details summary={words.theCase.why}>
            <p>{standsUntil.why}</p>
            <p>{said.thenLapses}</p>
          </Details>
        )}
      </div>
    </section>
  );
}

/** Who made an offer: a party by name, someone of the tribunal by their office. */
export function offeredBy({ theCase, names }: Pick<RoomModel, 'theCase' | 'names'>, { by }: Pick<Offer, 'by'>): string {
  return theCase.parties.find(({ id }) => id === by)?.name ?? names.role(by);
}

/** Where several must accept, who has, by name. */
function AcceptedSoFar({ words: { room: said, lang }, model: { theCase }, offer }: Props & { readonly offer: Offer }) {
  const names = theCase.parties.filter(({ id }) => offer.acceptedBy.includes(id)).map(({ name }) => name);
  if (names.length === 0) return null;
  return <p>{fill(said.acceptedSoFar, { names: namesInWords(lang, names) })}</p>;
}

function Answers({ model: { actions, theCase } }: Pick<Props, 'model'>) {
  const { accept, counter, decline, withdraw, make } = actions.offer;
  const [yes] = accept;
  const others = [...counter, ...decline, ...withdraw, ...(counter.length === 0 ? make : [])];
  if (!yes && others.length === 0) return null;
  return (
    <>
      {yes?.confirm && <p class="quiet">{yes.confirm}</p>}
      <div class="govuk-button-group">
        {yes && <Button href={actionPath(theCase.id, yes)}>{yes.title}</Button>}
        {others.map((action) => (
          <Button href={actionPath(theCase.id, action)} class="govuk-button--secondary">
            {action.title}
          </Button>
        ))}
      </div>
    </>
  );
}
