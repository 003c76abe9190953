import type { Context } from 'hono';
import type { Upload } from '../../app/documents/upload-document.ts';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';

const MAX_DESCRIPTION = 300;
const PARTS = ['file', 'description', 'readers'];
const READERS = ['private', 'tribunal'];

type ReadUpload = Omit<Upload, 'bytes'> & { readonly bytes: Uint8Array<ArrayBuffer> };

/** The file and what is said of it, from a multipart form; or the problem with it. Nothing else may be in the form. */
export async function readUpload(c: Context<WebEnv>): Promise<ReadUpload | Response> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'multipart/form-data') {
    return problem(c, 'UnsupportedMediaType', { detail: 'Send the file as multipart/form-data.' });
  }
  const form = await readForm(c);
  if (!form) return problem(c, 'InvalidBody', { detail: 'The form cannot be read.' });
  const file = form.get('file');
  const errors = errorsIn(form);
  if (errors.length > 0 || !(file instanceof File)) return problem(c, 'InvalidBody', { errors });
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    filename: file.name,
    description: textOf(form, 'description'),
    openToTribunal: textOf(form, 'readers') === 'tribunal',
  };
}

async function readForm(c: Context<WebEnv>): Promise<FormData | undefined> {
  try {
    return await c.req.formData();
  } catch {
    return undefined;
  }
}

function errorsIn(form: FormData): { path: string; message: string }[] {
  const names = [...form.keys()];
  const unknown = names.filter((name) => !PARTS.includes(name));
  const twice = new Set(names.filter((name, index) => PARTS.includes(name) && names.indexOf(name) !== index));
  const readers = textOf(form, 'readers');
  return [
    ...(form.get('file') instanceof File ? [] : [{ path: 'file', message: 'Give one file.' }]),
    ...[...twice].map((name) => ({ path: name, message: 'Give this part once; one file at a time.' })),
    ...unknown.slice(0, 10).map((name) => ({ path: name.slice(0, 100), message: 'There is no such part.' })),
    ...((textOf(form, 'description')?.length ?? 0) > MAX_DESCRIPTION
      ? [{ path: 'description', message: `Use at most ${MAX_DESCRIPTION} characters.` }]
      : []),
    ...(readers === undefined || READERS.includes(readers)
      ? []
      : [{ path: 'readers', message: `Say one of: ${READERS.join(', ')}.` }]),
  ];
}

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}
