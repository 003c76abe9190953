/** @jsxImportSource hono/jsx */
import type { ActionView } from '../../../app/queries/action-view.ts';
import type { BiddingView } from '../../../app/queries/bidding-view.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import { actionPath } from '../case/action-path.ts';
import { OfferTerms } from './offer-terms.tsx';
import type { RoomModel } from './room-model.ts';
import { offeredBy } from './room-offer.tsx';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
  readonly bidding: BiddingView;
}

/** Blind bidding, once somebody proposed it: where it stands, what nobody sees, and what can come of it. */
export function RoomBidding({ words, model, bidding }: Props) {
  const { bidding: said } = words;
  const { status, rounds, terms } = bidding;
  // Who has agreed, or whose case is closed, waits for no figure.
  if (model.agreed || model.theCase.status === 'closed') return null;
  if (status === 'none' || status === 'settled' || (status === 'over' && model.onTable)) return null;
  if (status === 'over') return <Over words={words} />;
  return (
    <section class="card bids" aria-labelledby="bidding">
      <h2 id="bidding">{said.title}</h2>
      <Standing words={words} model={model} bidding={bidding} />
      <OfferTerms words={words} model={model} offer={{ terms }} />
      <Steps model={model} />
      <Details summary={said.how}>
        <ul class="govuk-list govuk-list--bullet">
          {[said.neverSeen, said.meet, said.apart, fill(said.ends, { rounds })].map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </Details>
    </section>
  );
}

function Standing({ words, model, bidding }: Props) {
  const { bidding: said, lang } = words;
  const { standing, definition } = model;
  const { status, round, rounds, proposedBy = '', figuresIn, ownFigure } = bidding;
  const isOwn = (party: string) => standing.some((one) => one.standing === 'party' && one.party === party);
  const name = offeredBy(model, { by: proposedBy });
  if (status === 'proposed') return <p>{isOwn(proposedBy) ? said.youProposed : fill(said.theyProposed, { name })}</p>;
  const isTheirsIn = figuresIn.some((party) => !isOwn(party));
  return (
    <>
      <p class="by">{fill(said.round, { round, rounds })}</p>
      {round > 1 && <p>{fill(said.lastApart, { round: round - 1 })}</p>}
      {ownFigure !== undefined && (
        <p>{fill(said.yours, { amount: formatMoney(ownFigure, definition.currency, lang) })}</p>
      )}
      <p>{isTheirsIn ? said.theirsIn : said.theirsOut}</p>
    </>
  );
}

function Steps({ model: { actions, theCase } }: Pick<Props, 'model'>) {
  const { agree, bid, stop } = actions.bidding;
  const button = (action: ActionView, more: string) => (
    <Button href={actionPath(theCase.id, action)} class={more}>
      {action.title}
    </Button>
  );
  const steps = [...agree, ...bid].map((action) => button(action, ''));
  const ends = stop.map((action) => button(action, 'govuk-button--secondary'));
  return steps.length + ends.length > 0 ? <div class="govuk-button-group">{[...steps, ...ends]}</div> : null;
}

/** It came to nothing: nobody learns by how much. */
function Over({ words: { bidding: said } }: Pick<Props, 'words'>) {
  return <p class="note">{said.over}</p>;
}
