/** @jsxImportSource hono/jsx */
import { unreachable } from '../../../domain/unreachable.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import { actionPath } from './action-path.ts';
import type { CasePageModel } from './case-page-model.ts';
import { daysLeft } from './days-left.ts';
import { firstStep } from './turn-of.ts';
import { whoseDeadline } from './whose-deadline.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** Whose turn it is, what must be done, until when, and why then. */
export function TurnCard({ words, model }: Props) {
  const { theCase, definition, turn, names, standing } = model;
  const first = firstStep(model);
  const isOwn = turn.kind === 'own' || turn.kind === 'several' || first !== undefined;
  return (
    <section class={isOwn ? 'card turn' : 'card turn waiting'} aria-labelledby="turn">
      <h2 id="turn">{heading(words, model)}</h2>
      <UntilWhen words={words} model={model} />
      {names.guidance(theCase, standing).map((text) => (
        <p>{text}</p>
      ))}
      {standing.every((role) => role.standing === 'staff') && <p>{words.theCase.looksOn}</p>}
      {(turn.kind === 'nothing' || turn.kind === 'able') && model.work.length === 0 && (
        <p class="quiet">
          {words.theCase.noDate} {turn.kind === 'nothing' && words.theCase.weWrite}
        </p>
      )}
      {first && (
        <div class="govuk-button-group">
          <Button href={actionPath(theCase.id, first)}>{first.title}</Button>
        </div>
      )}
      {model.ownParties.length > 0 && definition.help && (
        <p>
          <a href={`/help/${theCase.workflow.id}`}>{words.help.title}</a>
        </p>
      )}
      {'deadline' in turn && (
        <Details summary={words.theCase.why}>
          <p>{turn.deadline.why}</p>
        </Details>
      )}
    </section>
  );
}

function heading(words: Words, model: CasePageModel): string {
  const { theCase: said } = words;
  const { turn } = model;
  const first = firstStep(model);
  if (first) return fill(said.yourTurn, { title: first.title });
  switch (turn.kind) {
    case 'waiting':
      return fill(said.waiting, { name: whoseDeadline(words, model, turn.deadline) ?? said.everyone });
    case 'own':
    case 'several':
      return said.canDo;
    // That they could do something does not make it their turn: what is so now, the definition says below.
    case 'able':
      return said.standing;
    case 'closed':
      return said.closedNow;
    case 'nothing':
      return said.nothing;
    default:
      return unreachable(turn);
  }
}

function UntilWhen({ words, model: { turn, now, own } }: Props) {
  if (!('deadline' in turn)) return null;
  const { theCase: said } = words;
  const text = { own: said.by, several: own.length > 1 ? said.nextDate : said.by, waiting: said.theyHave }[turn.kind];
  const when = momentInWords(turn.deadline.dueAt, turn.deadline.zone, words);
  return (
    <p class="by">
      {fill(text, { when })} <span class="left">({daysLeft(turn.deadline, now, words)})</span>
    </p>
  );
}
