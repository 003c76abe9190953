/** @jsxImportSource hono/jsx */
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { AnswerField } from '../forms/answer-field.tsx';
import { momentInWords } from '../moment-in-words.ts';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { AddedFor } from './add-files-page.tsx';
import { addPath, type EvidenceModel } from './evidence-model.ts';
import { evidencePath, picturePath } from './evidence-path.ts';
import { fileFacts, SHOWN_PICTURES } from './file-facts.ts';
import type { PendingFile } from './pending-files.ts';

interface Props {
  readonly words: Words;
  readonly model: EvidenceModel;
  readonly files: readonly PendingFile[];
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  /** Numbers that other files of this sending have got. */
  readonly added: readonly string[];
}

/** What each file shows: asked of all that wait, sent together. */
export function DescribePage({ words, model, files, sent, errors, added }: Props) {
  const { theCase, add } = model;
  const { evidence: said } = words;
  return (
    <>
      <BackLink href={evidencePath(theCase.id)}>{said.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{said.describe}</h1>
      <AddedFor words={words} model={model} />
      <p>{said.kept}</p>
      {added.length > 0 && <p>{fill(said.added, { numbers: added.join(', ') })}</p>}
      {add?.deadline && (
        <p>
          <b>{fill(said.until, { when: momentInWords(add.deadline.dueAt, add.deadline.zone, words) })}</b>
        </p>
      )}
      <WhoReads isPrivileged={false}>{words.act.readersCase}</WhoReads>
      <form method="post" action={addPath(model, 'describe')} novalidate>
        {files.map((file, index) => (
          <OneFile
            words={words}
            model={model}
            file={file}
            sent={sent}
            errors={errors}
            count={[index + 1, files.length]}
          />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>
            {files.length === 1 ? said.sendOne : fill(said.sendMany, { count: files.length })}
          </Button>
          <a class="govuk-link" href={addPath(model, 'add')}>
            {said.more}
          </a>
        </div>
      </form>
    </>
  );
}

interface FileProps extends Pick<Props, 'words' | 'model' | 'sent' | 'errors'> {
  readonly file: PendingFile;
  readonly count: readonly [number, number];
}

function OneFile({ words, model, file, sent, errors, count: [place, count] }: FileProps) {
  const { theCase, definition } = model;
  const { evidence: said } = words;
  return (
    <div class="card file">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          {count > 1 && <span class="govuk-visually-hidden">{fill(said.fileOf, { place, count })}</span>}{' '}
          {file.filename}
        </legend>
        {SHOWN_PICTURES.has(file.mime) && file.isReady && (
          <img
            class="exhibit small"
            src={picturePath(theCase.id, file.id)}
            alt={fill(said.preview, { name: file.filename })}
          />
        )}
        <p class="quiet">{fileFacts(file, words)}</p>
        {file.check && <p>{words.evidence.checks[`${file.check}Text`]}</p>}
        {file.fields.map((field) => (
          <AnswerField
            field={field}
            words={words}
            currency={definition.currency}
            sent={sent}
            errors={errors}
            parties={theCase.parties}
            kept={[]}
          />
        ))}
        <button class="linkbutton" name="_remove" value={file.id} type="submit">
          {said.remove} <span class="govuk-visually-hidden">{file.filename}</span>
        </button>
      </fieldset>
    </div>
  );
}
