/** @jsxImportSource hono/jsx */
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import type { CasePageModel } from './case-page-model.ts';
import { daysLeft } from './days-left.ts';
import { whoseDeadline } from './whose-deadline.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** Every date that runs: whose it is, when it falls, and why then. */
export function CaseDeadlines({ words, model }: Props) {
  const { deadlines } = model.theCase;
  const { theCase: said } = words;
  return (
    <>
      <h2>{said.deadlines}</h2>
      {deadlines.length === 0 && <p>{said.noDeadlines}</p>}
      {deadlines.length > 0 && (
        <ul class="card rows">
          {deadlines.map((deadline) => {
            const name = whoseDeadline(words, model, deadline);
            return (
              <li>
                <b>{momentInWords(deadline.dueAt, deadline.zone, words)}</b>
                <p class="quiet">
                  {name ? fill(said.deadlineOf, { name }) : said.forYou}, {daysLeft(deadline, model.now, words)}
                </p>
                <Details summary={said.why}>
                  <p>{deadline.why}</p>
                </Details>
              </li>
            );
          })}
        </ul>
      )}
      {model.own.length > 0 && (
        <p>
          <a href={`/cases/${encodeURIComponent(model.theCase.id)}/dates.ics`}>{words.calendar.add}</a>
        </p>
      )}
    </>
  );
}
