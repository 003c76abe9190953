/** @jsxImportSource hono/jsx */
import type { ExhibitView } from '../../../app/queries/exhibit-view.ts';
import type { ActionView } from '../../../app/queries/list-actions.ts';
import type { Form } from '../../../domain/definition/form-schema.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { AnswerField } from '../forms/answer-field.tsx';
import type { KeptFile } from '../forms/files-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { EvidenceModel } from './evidence-model.ts';
import { evidencePath } from './evidence-path.ts';

interface Props {
  readonly words: Words;
  readonly model: EvidenceModel;
  readonly exhibit: ExhibitView;
  readonly step: 'replace' | 'withdraw';
  readonly action: ActionView;
  /** What is asked; which exhibit it is about is known. */
  readonly form: Form;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
  readonly idempotencyKey: string;
}

/** Another file in the place of an exhibit, or its withdrawal: asked before it is done. */
export function ChangeExhibitPage({ words, model, exhibit, step, action, form, ...tried }: Props) {
  const { theCase, definition } = model;
  const { evidence: said } = words;
  const isReplacing = step === 'replace';
  return (
    <>
      <BackLink href={evidencePath(theCase.id, exhibit.number)}>{said.backToOne}</BackLink>
      <PageErrors words={words} errors={tried.errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{fill(isReplacing ? said.replaceTitle : said.withdrawTitle, { number: exhibit.number })}</h1>
      <p>{exhibit.description}</p>
      <p>{isReplacing ? said.replaceText : said.withdrawWhat}</p>
      <form
        method="post"
        action={evidencePath(theCase.id, exhibit.number, step)}
        enctype={isReplacing ? 'multipart/form-data' : undefined}
        novalidate
      >
        <input type="hidden" name="_key" value={tried.idempotencyKey} />
        {form.pages
          .flatMap((page) => page.fields)
          .map((field) => (
            <AnswerField
              field={field}
              words={words}
              currency={definition.currency}
              sent={tried.sent}
              errors={tried.errors}
              parties={theCase.parties}
              kept={tried.kept.get(field.id) ?? []}
            />
          ))}
        {action.confirm && <WarningText prefix={words.act.warning}>{action.confirm}</WarningText>}
        <Button preventDoubleClick class={isReplacing ? undefined : 'govuk-button--warning'}>
          {isReplacing ? said.replace : said.withdraw}
        </Button>
      </form>
    </>
  );
}
