/** @jsxImportSource hono/jsx */
import { textIn } from '../../domain/text-in.ts';
import { BackLink } from '../components/back-link.tsx';
import { Button } from '../components/button.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { WarningText } from '../components/warning-text.tsx';
import type { Words } from '../words.ts';
import { ActFee, ActHead } from './act-page.tsx';
import { answerInWords } from './answers-list.tsx';
import type { AskedPage, GuidedModel } from './guided-model.ts';
import { checkPath, questionPath, taskListPath } from './guided-path.ts';
import { type PageError, PageErrors } from './page-errors.tsx';
import { pageTitle } from './task-list-page.tsx';

interface Props {
  readonly words: Words;
  readonly model: GuidedModel;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

/** Every answer, each with a way to change it, and the one button that sends them. */
export function CheckAnswersPage({ words, model, errors, idempotencyKey }: Props) {
  const { act, asked } = model;
  const { action, names, event } = act;
  return (
    <>
      <BackLink href={taskListPath(act)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <ActHead words={words} model={act} title={words.guided.check} />
      {asked.map(({ page }) => (
        <section class="card narrow" aria-label={pageTitle(page, words)}>
          <Answers words={words} model={model} page={page} />
        </section>
      ))}
      <form method="post" action={checkPath(act)} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        {action?.fee && <ActFee words={words} model={act} fee={action.fee} />}
        {action?.confirm && <WarningText prefix={words.act.warning}>{action.confirm}</WarningText>}
        <Button preventDoubleClick>{action?.title ?? names.event(event)}</Button>
      </form>
    </>
  );
}

function Answers({
  words,
  model: { act, data },
  page,
}: Pick<Props, 'words' | 'model'> & { readonly page: AskedPage['page'] }) {
  const nameOf = (party: string) => act.theCase.parties.find(({ id }) => id === party)?.name ?? '';
  return (
    <SummaryList
      rows={page.fields.map((field) => {
        const label = textIn(field.label, words.lang) || field.id;
        const value = data[field.id];
        return {
          id: `f-${field.id}`,
          question: label,
          answer:
            value === undefined
              ? words.guided.noAnswer
              : answerInWords(field, value, words, act.definition.currency, nameOf),
          actions: [{ href: questionPath(act, page.id, { toCheck: true }), text: words.guided.change, of: label }],
        };
      })}
    />
  );
}
