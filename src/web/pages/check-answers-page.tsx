/** @jsxImportSource hono/jsx */
import { textIn } from '../../domain/text-in.ts';
import type { Words } from '../words.ts';
import { ActFee, ActHead } from './act-page.tsx';
import { answerInWords } from './answers-list.tsx';
import { ErrorSummary, type PageError } from './error-summary.tsx';
import type { GuidedModel } from './guided-model.ts';
import { checkPath, questionPath, taskListPath } from './guided-path.ts';

interface Props {
  readonly words: Words;
  readonly model: GuidedModel;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

/** Every answer, each with a way to change it, and the one button that sends them. */
export function CheckAnswersPage({ words, model, errors, idempotencyKey }: Props) {
  const { act, asked, data } = model;
  const { action, definition, theCase, names, event } = act;
  const nameOf = (party: string) => theCase.parties.find(({ id }) => id === party)?.name ?? '';
  return (
    <>
      <p>
        <a href={taskListPath(act)}>{words.guided.back}</a>
      </p>
      <ErrorSummary words={words} errors={errors} />
      <ActHead words={words} model={act} title={words.guided.check} />
      {asked.map(({ page }) => (
        <dl class="card rows terms">
          {page.fields.map((field) => {
            const label = textIn(field.label, words.lang) || field.id;
            const value = data[field.id];
            return (
              <div class="answer" id={`f-${field.id}`}>
                <dt>{label}</dt>
                <dd>
                  {value === undefined
                    ? words.guided.noAnswer
                    : answerInWords(field, value, words, definition.currency, nameOf)}
                </dd>
                <dd>
                  <a href={questionPath(act, page.id, { toCheck: true })}>
                    {words.guided.change}
                    <span class="hidden"> {label}</span>
                  </a>
                </dd>
              </div>
            );
          })}
        </dl>
      ))}
      <form method="post" action={checkPath(act)} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        {action?.fee && <ActFee words={words} model={act} fee={action.fee} />}
        {action?.confirm && <p class="note">{action.confirm}</p>}
        <p>
          <button type="submit">{action?.title ?? names.event(event)}</button>
        </p>
      </form>
    </>
  );
}
