/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../words.ts';
import { actionPath } from './action-path.ts';
import type { CasePageModel } from './case-page-model.ts';
import { momentInWords } from './moment-in-words.ts';

/** Whose turn it is, what must be done, until when, and why then. */
export function TurnCard({ words, model }: { readonly words: Words; readonly model: CasePageModel }) {
  const { theCase, turn, names, standing, hasOneDate: isOnly } = model;
  const guidance = names.guidance(theCase, standing);
  return (
    <section class="card turn" aria-labelledby="turn">
      <h2 id="turn">{heading(words, model)}</h2>
      {turn && (
        <p class="by">
          {fill(isOnly ? words.theCase.by : words.theCase.firstDate, {
            when: when(turn.deadline, words),
            title: turn.title,
          })}
        </p>
      )}
      {guidance.map((text) => (
        <p>{text}</p>
      ))}
      {!turn && theCase.status === 'open' && (
        <p class="quiet">
          {words.theCase.noDate} {words.theCase.weWrite}
        </p>
      )}
      {turn && (
        <>
          {isOnly && (
            <p>
              <a class="btn" href={actionPath(theCase.id, turn)}>
                {turn.title}
              </a>
            </p>
          )}
          <details class="why">
            <summary>{words.theCase.why}</summary>
            <p>{turn.deadline.why}</p>
          </details>
        </>
      )}
    </section>
  );
}

function heading({ theCase: said }: Words, { theCase, turn, hasOneDate, actions }: CasePageModel): string {
  if (turn && hasOneDate) return fill(said.yourTurn, { title: turn.title });
  if (theCase.status === 'closed') return said.closedNow;
  return actions.length > 0 ? said.canDo : said.nothing;
}

function when({ dueAt, zone }: { readonly dueAt: string; readonly zone: string }, words: Words): string {
  return momentInWords(dueAt, zone, words);
}
