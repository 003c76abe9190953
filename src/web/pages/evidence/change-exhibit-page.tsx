/** @jsxImportSource hono/jsx */

import type { ActionView } from '../../../app/queries/action-view.ts';
import type { ExhibitView } from '../../../app/queries/exhibit-view.ts';
import type { Form } from '../../../domain/definition/form-schema.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { UploadProgress } from '../../components/upload-progress.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { AnswerField } from '../forms/answer-field.tsx';
import type { KeptFile } from '../forms/files-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { EvidenceModel } from './evidence-model.ts';
import { evidencePath } from './evidence-path.ts';

/** What can be done to an exhibit that is there: its last word in the address. */
export type ChangeStep = 'replace' | 'describe' | 'withdraw';

interface Props {
  readonly words: Words;
  readonly model: EvidenceModel;
  readonly exhibit: ExhibitView;
  readonly step: ChangeStep;
  readonly action: ActionView;
  /** What is asked; which exhibit it is about is known. */
  readonly form: Form;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
  readonly idempotencyKey: string;
}

/** Another file in the place of an exhibit, other words about it, or its withdrawal: asked before it is done. */
export function ChangeExhibitPage({ words, model, exhibit, step, action, form, ...tried }: Props) {
  const { theCase, definition } = model;
  const { evidence: said } = words;
  const { title, text, button } = changeWords(step, words);
  return (
    <>
      <BackLink href={evidencePath(theCase.id, exhibit.number)}>{said.backToOne}</BackLink>
      <PageErrors words={words} errors={tried.errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{fill(title, { number: exhibit.number })}</h1>
      <p>{exhibit.description}</p>
      <p>{text}</p>
      <form
        method="post"
        action={evidencePath(theCase.id, exhibit.number, step)}
        enctype={step === 'replace' ? 'multipart/form-data' : undefined}
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
        {step === 'replace' && <UploadProgress id="f-progress" {...words.uploading} />}
        <Button preventDoubleClick class={step === 'withdraw' ? 'govuk-button--warning' : undefined}>
          {button}
        </Button>
      </form>
    </>
  );
}

/** What a step is called, above its page and on its button, and what it means. */
export function changeWords(step: ChangeStep, { evidence: said }: Words) {
  return {
    replace: { title: said.replaceTitle, text: said.replaceText, button: said.replace },
    describe: { title: said.correctTitle, text: said.correctText, button: said.correct },
    withdraw: { title: said.withdrawTitle, text: said.withdrawWhat, button: said.withdraw },
  }[step];
}
