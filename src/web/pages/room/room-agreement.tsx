/** @jsxImportSource hono/jsx */
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';
import { actionPath } from '../case/action-path.ts';
import { namesInWords } from '../case/names-in-words.ts';
import { OfferTerms } from './offer-terms.tsx';
import type { RoomModel } from './room-model.ts';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
}

/** What all agreed to, and what can become of it: the case closes, or it is made an order. */
export function RoomAgreement({ words, model }: Props) {
  const { room: said, lang } = words;
  const { agreed, theCase, actions } = model;
  if (!agreed) return null;
  const names = theCase.parties
    .filter(({ id }) => id === agreed.by || agreed.acceptedBy.includes(id))
    .map(({ name }) => name);
  return (
    <section class="card offer agreed" aria-labelledby="agreed">
      <header>
        <h2 id="agreed">{said.agreed}</h2>
      </header>
      <div class="inside">
        <p>{fill(said.agreedBy, { names: namesInWords(lang, names) })}</p>
        <OfferTerms words={words} model={model} offer={agreed} />
        {actions.leads.length > 0 && (
          <>
            <h3>{said.next}</h3>
            {actions.leads.map((action, index) => (
              <>
                {action.hint && <p>{action.hint}</p>}
                <p>
                  <Button
                    href={actionPath(theCase.id, action)}
                    class={index === 0 ? undefined : 'govuk-button--secondary'}
                  >
                    {action.title}
                  </Button>
                </p>
              </>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
