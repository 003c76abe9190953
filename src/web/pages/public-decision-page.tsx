/** @jsxImportSource hono/jsx */
import { BackLink } from '../components/back-link.tsx';
import type { Words } from '../words.ts';
import { EndedStanding, factsOf, type RegisterEntry } from './register-page.tsx';

/** A published decision with its numbered reasons. */
export function PublicDecisionPage({ words, entry }: { readonly words: Words; readonly entry: RegisterEntry }) {
  const { register: said } = words;
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
      </article>
      <p class="quiet">{said.initials}</p>
    </>
  );
}
