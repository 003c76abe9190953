/** @jsxImportSource hono/jsx */
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorMessage } from '../../components/error-message.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { UploadProgress } from '../../components/upload-progress.tsx';
import { fill, type Words } from '../../words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { momentInWords } from '../moment-in-words.ts';
import { errorFor, type PageError, PageErrors } from '../page-errors.tsx';
import { addPath, type EvidenceModel } from './evidence-model.ts';
import { evidencePath } from './evidence-path.ts';
import { MAX_FILES_AT_ONCE, type TakenFile } from './take-many.ts';

interface Props {
  readonly words: Words;
  readonly model: EvidenceModel;
  readonly errors: readonly PageError[];
  /** What became of each file of the last try. */
  readonly taken: readonly TakenFile[];
  readonly idempotencyKey: string;
}

/** Files to choose, many at once, or a photo to take. */
export function AddFilesPage({ words, model, errors, taken, idempotencyKey }: Props) {
  const { theCase, add } = model;
  const { evidence: said } = words;
  return (
    <>
      <BackLink href={evidencePath(theCase.id)}>{said.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{model.addsFor ? add?.title : said.choose}</h1>
      <AddedFor words={words} model={model} />
      {add?.deadline && (
        <p>
          <b>{fill(said.until, { when: momentInWords(add.deadline.dueAt, add.deadline.zone, words) })}</b>
        </p>
      )}
      {taken.length > 0 && <WhatBecame words={words} model={model} taken={taken} />}
      <WhoReads isPrivileged={false}>{model.addsFor ? said.readersNextPaper : said.readersNext}</WhoReads>
      <form method="post" action={addPath(model, 'add')} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <FileUpload
          id="f-files"
          name="files"
          label={said.files}
          hint={fill(said.filesHint, { most: MAX_FILES_AT_ONCE })}
          error={errorFor(words, errors, 'files')}
          multiple
        />
        <FileUpload
          id="f-photo"
          name="photo"
          label={said.photo}
          hint={said.photoHint}
          accept="image/*"
          capture="environment"
        />
        <p class="quiet">{said.place}</p>
        <UploadProgress id="f-progress" {...words.uploading} />
        <Button preventDoubleClick>{said.upload}</Button>
      </form>
    </>
  );
}

/** Whose evidence it is, where that is not the viewer. */
export function AddedFor({ words, model: { addsFor, theCase } }: Pick<Props, 'words' | 'model'>) {
  const party = theCase.parties.find(({ id }) => id === addsFor);
  return party ? <p>{fill(words.evidence.addedFor, { name: party.name })}</p> : null;
}

/** Each file by its name: here, or why not. */
function WhatBecame({ words, model, taken }: Pick<Props, 'words' | 'model' | 'taken'>) {
  const { evidence: said } = words;
  const here = taken.filter(({ error }) => !error);
  return (
    <>
      <h2>{said.lastTry}</h2>
      <ul class="card rows">
        {taken.map(({ name, error }, index) => (
          <li>
            <b>{name}</b>
            {error ? (
              <ErrorMessage id={`f-file-${index}`} prefix={words.errors.word} message={error} />
            ) : (
              <p class="quiet">{said.here}</p>
            )}
          </li>
        ))}
      </ul>
      {here.length > 0 && <Button href={addPath(model, 'describe')}>{said.goOn}</Button>}
    </>
  );
}
