import { type UploadOutcome, uploadDocument } from '../../../app/documents/upload-document.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, type Words } from '../../words.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { addedTo, type EvidenceModel } from './evidence-model.ts';
import { addPending, readPending } from './pending-files.ts';

/** What became of one of several files. */
export interface TakenFile {
  readonly name: string;
  /** Why it was not taken; absent when it was. */
  readonly error?: string;
}

/** Of one sending; each is held in memory until it was looked into. */
export const MAX_FILES_AT_ONCE = 20;

/**
 * Uploads each file by itself: what is wrong with one is said of that one, and the others are there. The same file under
 * the same key is uploaded once; one that is in evidence already, or waits to be, is noticed.
 */
export async function takeMany(
  ports: WebPorts,
  viewer: Viewer,
  model: EvidenceModel,
  files: readonly File[],
  key: string,
  words: Words,
): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = [];
  const known = await knownFiles(ports, viewer, model, words.lang);
  for (const file of files.slice(0, MAX_FILES_AT_ONCE)) {
    const error = await takeOne(ports, viewer, model, { file, key }, known, words);
    taken.push({ name: file.name, ...(error ? { error } : {}) });
  }
  const tooMany = fill(words.evidence.tooMany, { most: MAX_FILES_AT_ONCE });
  return [...taken, ...files.slice(MAX_FILES_AT_ONCE).map(({ name }) => ({ name, error: tooMany }))];
}

/** Hash → the exhibit that the file is already; without a number, it waits to be one, and nothing is to be done. */
type Known = Map<string, { readonly number?: string }>;

async function knownFiles(ports: WebPorts, viewer: Viewer, model: EvidenceModel, language: string): Promise<Known> {
  const { files } = await readPending(ports, viewer, model, language);
  const whose = addedTo(model);
  const own = model.exhibits.filter(({ party, withdrawn }) => whose.includes(party) && !withdrawn);
  return new Map([
    ...files.map(({ sha256 }) => [sha256, {}] as const),
    ...own.flatMap(({ versions, number }) => versions.slice(-1).map(({ sha256 }) => [sha256, { number }] as const)),
  ]);
}

async function takeOne(
  ports: WebPorts,
  viewer: Viewer,
  model: EvidenceModel,
  { file, key }: { readonly file: File; readonly key: string },
  known: Known,
  words: Words,
): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = await sha256Of(bytes);
  const same = known.get(sha256);
  if (same) return same.number && fill(words.evidence.sameFile, { number: same.number });
  const upload = { bytes, filename: file.name, openToTribunal: false };
  const again = { key: `${key}.${sha256}`, requestHash: sha256 };
  const outcome = await uploadDocument(ports, viewer, model.theCase.id, upload, words.lang, again);
  if (outcome?.kind !== 'kept') return refusal(outcome, file.name, words);
  known.set(sha256, {});
  await addPending(ports, viewer, model, outcome.document.id);
  return undefined;
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function refusal(outcome: UploadOutcome | undefined, name: string, words: Words): string {
  if (outcome?.kind === 'unfit') return fill(words.uploads[outcome.reason], { name });
  return refusalWords(outcome?.kind === 'refused' ? outcome.refusal : { refused: 'NotYours' }, words);
}
