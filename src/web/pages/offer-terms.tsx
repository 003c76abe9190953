/** @jsxImportSource hono/jsx */
import type { CaseView } from '../../app/case-view.ts';
import type { Definition } from '../../domain/definition/schema.ts';
import { formatMoney } from '../../domain/format-value.ts';
import type { Words } from '../words.ts';
import { AnswersList } from './answers-list.tsx';
import { offerForm } from './room-model.ts';

interface Props {
  readonly words: Words;
  readonly model: { readonly definition: Definition; readonly theCase: Pick<CaseView, 'parties'> };
  readonly offer: { readonly terms: Readonly<Record<string, unknown>> };
}

/** What an offer says: the sum large, the rest question by question. */
export function OfferTerms({ words, model: { definition, theCase }, offer: { terms } }: Props) {
  const { amount, ...others } = terms;
  return (
    <>
      {typeof amount === 'number' && <p class="sum">{formatMoney(amount, definition.currency, words.lang)}</p>}
      <AnswersList
        form={offerForm(definition)}
        answers={typeof amount === 'number' ? others : terms}
        words={words}
        currency={definition.currency}
        nameOf={(id) => theCase.parties.find((party) => party.id === id)?.name ?? id}
      />
    </>
  );
}
