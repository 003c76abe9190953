import { putBackUploads } from '../../../app/documents/put-back-uploads.ts';
import { type UploadOutcome, uploadDocument } from '../../../app/documents/upload-document.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import type { Field, Form } from '../../../domain/definition/form-schema.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, type Words } from '../../words.ts';
import type { PageError } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { KeptFile } from './files-field.tsx';
import { keptControl } from './kept-control.ts';
import { fieldsOf } from './read-form-answers.ts';
import { refusalWords } from './refusal-words.ts';

/** Ids of the files for each field, and what could not be taken. */
export interface TakenFiles {
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
  readonly errors: readonly PageError[];
}

/**
 * Uploads what was chosen, each file once for a form's key, beside what an earlier try has uploaded: who mends a date
 * does not have to choose their photos again.
 */
export async function takeFiles(
  ports: WebPorts,
  viewer: Viewer,
  { form, theCase }: { readonly form: Form; readonly theCase: { readonly id: string } },
  sent: PageForm,
  key: string,
  words: Words,
): Promise<TakenFiles> {
  const fields = fieldsOf(form).filter(({ type }) => type === 'file');
  const kept = new Map<string, KeptFile[]>();
  const errors: PageError[] = [];
  if (fields.length === 0) return { ids: new Map(), kept, errors };
  if (key)
    await putBackUploads(
      ports,
      viewer,
      theCase.id,
      fields.flatMap(({ id }) => sent.texts(keptControl(id))),
    );
  const known = await listPart(ports, viewer, theCase.id, 'documents', { limit: 100 }, words.lang);
  for (const field of fields) {
    const earlier = sent.texts(keptControl(field.id));
    const files =
      known?.items.filter(({ id }) => earlier.includes(id)).map(({ id, title }) => ({ id, name: title })) ?? [];
    for (const [index, file] of chosen(field, sent).entries()) {
      const outcome = await upload(ports, viewer, theCase.id, file, `${key}.${field.id}.${index}`, words.lang);
      if (outcome?.kind === 'kept') files.push({ id: outcome.document.id, name: outcome.document.title });
      else errors.push({ field: field.id, message: refusal(outcome, file.name, words) });
    }
    kept.set(field.id, files);
  }
  return { ids: new Map([...kept].map(([field, files]) => [field, files.map(({ id }) => id)])), kept, errors };
}

/** One more than the field takes is enough to refuse them all. */
function chosen({ id, maxFiles = 1 }: Field, sent: PageForm): File[] {
  return sent.files(id).slice(0, maxFiles + 1);
}

async function upload(
  ports: WebPorts,
  viewer: Viewer,
  caseId: string,
  file: File,
  key: string,
  language: string,
): Promise<UploadOutcome | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  // Another file under the same key is another request: each has its own.
  const idempotency = { key: `${key}.${sha256}`, requestHash: sha256 };
  return uploadDocument(
    ports,
    viewer,
    caseId,
    { bytes, filename: file.name, openToTribunal: false },
    language,
    idempotency,
  );
}

function refusal(outcome: UploadOutcome | undefined, name: string, words: Words): string {
  if (outcome?.kind === 'unfit') return fill(words.uploads[outcome.reason], { name });
  return refusalWords(outcome?.kind === 'refused' ? outcome.refusal : { refused: 'NotYours' }, words);
}
