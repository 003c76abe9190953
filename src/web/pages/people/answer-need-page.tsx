/** @jsxImportSource hono/jsx */
import type { NeedView } from '../../../app/case-view.ts';
import { NEED_TEXT_LENGTH, NEED_WORDS } from '../../../domain/need.ts';
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/radios.tsx';
import { fill, type Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { errorFor, type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { NeedsModel, PartyNeeds } from './needs-model.ts';
import { Wants } from './needs-page.tsx';
import { type NeedsQuery, needsPath } from './needs-path.ts';

interface Props {
  readonly words: Words;
  readonly model: NeedsModel;
  readonly of: PartyNeeds;
  readonly need: NeedView;
  readonly query: NeedsQuery;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

/** Arranged, or not and why: for the registry. */
export function AnswerNeedPage({ words, model, of, need, query, sent, errors, idempotencyKey }: Props) {
  const { needs: said } = words;
  return (
    <>
      <BackLink href={needsPath(model.theCase.id, '', query)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{model.theCase.reference}</p>
      <h1>{fill(said.answerTitle, { name: of.party.name })}</h1>
      <NeedCard words={words} need={need} />
      <form method="post" action={pathOf(model, need, 'answer', query)} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <Radios
          name="outcome"
          id="f-outcome"
          value={sent.text('outcome')}
          fieldset={{ legend: said.outcome, legendClass: 'govuk-fieldset__legend--m' }}
          error={errorFor(words, errors, 'outcome')}
          choices={[
            { value: 'arranged', text: said.arranged },
            { value: 'cannot', text: said.cannot },
          ]}
        />
        <TextField
          name="answer"
          label={said.answerText}
          hint={said.answerHint}
          words={words}
          value={sent.text('answer')}
          errors={errors}
          long
          max={NEED_TEXT_LENGTH}
        />
        <Button preventDoubleClick>{said.sendAnswer}</Button>
      </form>
    </>
  );
}

/** Taking back what one has said. */
export function WithdrawNeedPage({ words, model, need, query, errors, idempotencyKey }: Omit<Props, 'of' | 'sent'>) {
  const { needs: said } = words;
  return (
    <>
      <BackLink href={needsPath(model.theCase.id, '', query)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{model.theCase.reference}</p>
      <h1>{said.withdrawTitle}</h1>
      <NeedCard words={words} need={need} />
      <p>{said.withdrawText}</p>
      <form method="post" action={pathOf(model, need, 'withdraw', query)} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{said.takeBack}</Button>
          <a class="govuk-link" href={needsPath(model.theCase.id, '', query)}>
            {said.keep}
          </a>
        </div>
      </form>
    </>
  );
}

function NeedCard({ words, need: { kind, wants, details } }: Pick<Props, 'words' | 'need'>) {
  return (
    <div class="card narrow">
      <p>
        <b>{textIn(NEED_WORDS[kind].title, words.lang)}</b>
      </p>
      <Wants kind={kind} wants={wants} lang={words.lang} />
      {details && <p class="text">{details}</p>}
    </div>
  );
}

function pathOf({ theCase }: NeedsModel, { id }: NeedView, what: 'answer' | 'withdraw', query: NeedsQuery): string {
  return needsPath(theCase.id, `${encodeURIComponent(id)}/${what}`, query);
}
