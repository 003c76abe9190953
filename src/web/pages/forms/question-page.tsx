/** @jsxImportSource hono/jsx */
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { fill, type Words } from '../../words.ts';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { ActReaders } from './act-page.tsx';
import { AnswerField } from './answer-field.tsx';
import type { KeptFile } from './files-field.tsx';
import type { AskedPage, GuidedModel } from './guided-model.ts';
import { questionPath, taskListPath } from './guided-path.ts';

interface Props {
  readonly words: Words;
  readonly model: GuidedModel;
  readonly page: AskedPage['page'];
  /** What was sent now, or kept before. */
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
  readonly idempotencyKey: string;
  readonly isFromCheck: boolean;
  /** There is an address to which a link can be mailed. */
  readonly canMail: boolean;
}

/** One page of questions. */
export function QuestionPage(props: Props) {
  const { words, model, page, sent, errors, kept, idempotencyKey, isFromCheck, canMail } = props;
  const { act, asked } = model;
  const place = asked.findIndex((one) => one.page.id === page.id);
  const before = asked[place - 1];
  const title = textIn(page.title, words.lang);
  const hint = textIn(page.hint, words.lang);
  // Where the page asks one thing, the question is its title.
  const isOneQuestion = page.fields.length === 1 && !title;
  // Where every question says who reads its answer, the page does not say otherwise.
  const hasOwnReaders = page.fields.every(({ access }) => access === 'tribunal' || access === 'sealed');
  const hasFiles = page.fields.some(({ type }) => type === 'file');
  return (
    <>
      <BackLink href={before ? questionPath(act, before.page.id) : taskListPath(act)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{fill(words.guided.step, { step: place + 1, all: asked.length })}</p>
      {!isOneQuestion && <h1>{title || (act.action?.title ?? act.names.event(act.event))}</h1>}
      {hint && <p class="lead">{hint}</p>}
      {!hasOwnReaders && <ActReaders words={words} model={act} />}
      {asked[place]?.isCarried && <InsetText>{words.explore.carriedHint}</InsetText>}
      <form
        method="post"
        action={questionPath(act, page.id, { toCheck: isFromCheck })}
        enctype={hasFiles ? 'multipart/form-data' : undefined}
        novalidate
      >
        <input type="hidden" name="_key" value={idempotencyKey} />
        {page.fields.map((field) => (
          <AnswerField
            field={field}
            isHeading={isOneQuestion}
            isSaidPrivileged={act.isPrivileged}
            words={words}
            currency={act.definition.currency}
            sent={sent}
            errors={errors}
            parties={act.theCase.parties}
            kept={kept.get(field.id) ?? []}
          />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{words.guided.keep}</Button>
          {canMail && (
            <Button name="_later" value="1" class="govuk-button--secondary" preventDoubleClick>
              {words.guided.keepAndMail}
            </Button>
          )}
          <a class="govuk-link" href={taskListPath(act)}>
            {words.guided.all}
          </a>
        </div>
      </form>
    </>
  );
}
