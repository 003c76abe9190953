import type { Words } from '../../words.ts';
import { sizeInWords } from '../size-in-words.ts';

/** Kinds that every browser shows as a picture. */
export const SHOWN_PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

/** What a file is and how large, in a line: `Photo, 1.2 MB`. */
export function fileFacts({ mime, size }: { readonly mime: string; readonly size: number }, words: Words): string {
  const { kinds } = words.evidence;
  const kind =
    (mime.startsWith('image/') && kinds.picture) ||
    (mime === 'application/pdf' && kinds.pdf) ||
    (mime.startsWith('text/') && kinds.text) ||
    (mime.startsWith('audio/') && kinds.sound) ||
    (mime.startsWith('video/') && kinds.video) ||
    kinds.document;
  return `${kind}, ${sizeInWords(size, words)}`;
}
