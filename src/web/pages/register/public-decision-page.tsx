/** @jsxImportSource hono/jsx */
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { BackLink } from '../../components/back-link.tsx';
import type { Words } from '../../words.ts';
import { withColon } from '../with-colon.ts';
import { EndedStanding, factsOf, type RegisterEntry } from './register-page.tsx';

/** A published decision with its numbered reasons. */
export function PublicDecisionPage({ words, entry }: { readonly words: Words; readonly entry: RegisterEntry }) {
  const { register: said } = words;
  const { order } = entry.decision;
  const reasons = entry.decision.summary.split('\n\n').filter(Boolean);
  return (
    <>
      <BackLink href="/register">{said.back}</BackLink>
      <h1>{entry.decision.title}</h1>
      <p class="quiet">{factsOf(words, entry)}</p>
      <EndedStanding words={words} entry={entry} />
      <article class="card order">
        <h2>{said.reasons}</h2>
        <ol class="reasons">
          {reasons.map((reason) => (
            <li class="text">{reason}</li>
          ))}
        </ol>
        {order && (
          <>
            <h2>{said.order}</h2>
            <ol class="reasons">
              {order.terms.map((term) => (
                <li class="text">{term}</li>
              ))}
            </ol>
            {order.amount !== undefined && (
              <p>
                {withColon(words.theCase.orderAmount, words.lang)}{' '}
                <b>{formatMoney(order.amount, order.currency, words.lang)}</b>
              </p>
            )}
          </>
        )}
      </article>
      <p>
        <a href={`/register/${encodeURIComponent(entry.decision.id)}/pdf`}>{said.pdf}</a>
      </p>
      <p class="quiet">{said.initials}</p>
    </>
  );
}
