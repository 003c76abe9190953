/** @jsxImportSource hono/jsx */
import type { AgreementView } from '../../../app/queries/read-agreement.ts';
import { SummaryList } from '../../components/summary-list.tsx';
import { fill, type Words } from '../../words.ts';
import { namesInWords } from '../case/names-in-words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { momentInWords } from '../moment-in-words.ts';
import { OfferTerms } from '../room/offer-terms.tsx';
import type { ActModel } from './act-model.ts';

interface Props {
  readonly words: Words;
  readonly model: ActModel;
  readonly agreement: AgreementView;
}

/** What all have agreed to, and that all did, for whoever is about to make it an order or to send it back. */
export function Agreement({ words, model, agreement: { terms, agreed, others } }: Props) {
  const { agreement: said, lang } = words;
  const { theCase } = model;
  const nameOf = (party: string) => theCase.parties.find(({ id }) => id === party)?.name ?? party;
  return (
    <section class="card offer terms" aria-labelledby="agreement">
      <header>
        <h2 id="agreement">{said.title}</h2>
      </header>
      <div class="inside">
        <WhoReads isPrivileged>{said.reader}</WhoReads>
        <OfferTerms words={words} model={model} offer={{ terms, status: 'accepted' }} />
        <h3>{said.who}</h3>
        <p>{said.all}</p>
        <SummaryList
          rows={agreed.map(({ party, ...signature }) => ({
            question: nameOf(party),
            answer: signedInWords(signature, model.zone, words),
          }))}
        />
        {others.length > 0 && <p>{fill(said.others, { names: namesInWords(lang, others.map(nameOf)) })}</p>}
      </div>
    </section>
  );
}

function signedInWords(
  { at, actedBy: actor }: Omit<AgreementView['agreed'][number], 'party'>,
  zone: string,
  words: Words,
): string {
  const { agreement: said } = words;
  if (!at) return said.saidYes;
  const when = momentInWords(at, zone, words);
  return actor ? fill(said.signedFor, { actor, when }) : fill(said.signed, { when });
}
