/** @jsxImportSource hono/jsx */
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import type { CasePageModel } from '../case/case-page-model.ts';
import { offerInWords } from '../case/case-talks.tsx';
import { daysLeft } from '../case/days-left.ts';
import { momentInWords } from '../moment-in-words.ts';
import { roomPath } from './room-path.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** Whose turn it is while an offer waits for the viewer's answer: theirs, until it lapses. */
export function OfferTurn({ words, model }: Props) {
  const { theCase, names, standing, talks, now } = model;
  const { room: said } = words;
  if (!talks?.onTable) return null;
  const { onTable, standsUntil } = talks;
  return (
    <section class="card turn" aria-labelledby="turn">
      <h2 id="turn">{offerInWords(words, model, onTable, false)}</h2>
      {standsUntil && (
        <p class="by">
          {fill(said.answerBy, { when: momentInWords(standsUntil.dueAt, standsUntil.zone, words) })}{' '}
          <span class="left">({daysLeft(standsUntil, now, words)})</span>
        </p>
      )}
      {names.guidance(theCase, standing).map((text) => (
        <p>{text}</p>
      ))}
      <div class="govuk-button-group">
        <Button href={roomPath(theCase.id)}>{said.readOffer}</Button>
      </div>
      {standsUntil && (
        <Details summary={words.theCase.why}>
          <p>{standsUntil.why}</p>
          <p>{said.thenLapses}</p>
        </Details>
      )}
    </section>
  );
}
