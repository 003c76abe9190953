/** @jsxImportSource hono/jsx */
import type { CaseView } from '../../../app/case-view.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { agreedForm } from '../../../domain/forms/agreed-form.ts';
import { offerForm } from '../../../domain/forms/offer-form.ts';
import type { Offer } from '../../../domain/offer.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import type { Words } from '../../words.ts';
import { AnswersList } from '../case/answers-list.tsx';

interface Props {
  readonly words: Words;
  readonly model: { readonly definition: Definition; readonly theCase: Pick<CaseView, 'parties'> };
  readonly offer: { readonly terms: Readonly<Record<string, unknown>>; readonly status?: Offer['status'] };
}

/** What an offer says: the sum large, the rest question by question. */
export function OfferTerms({ words, model: { definition, theCase }, offer: { terms, status } }: Props) {
  const { amount, ...others } = terms;
  return (
    <>
      {typeof amount === 'number' && <p class="sum">{formatMoney(amount, definition.currency, words.lang)}</p>}
      <AnswersList
        form={status === 'accepted' ? agreedForm(definition) : offerForm(definition)}
        answers={typeof amount === 'number' ? others : terms}
        words={words}
        currency={definition.currency}
        nameOf={(id) => theCase.parties.find((party) => party.id === id)?.name ?? id}
      />
    </>
  );
}
