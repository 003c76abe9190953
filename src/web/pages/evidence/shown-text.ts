import { readDocumentBytes } from '../../../app/documents/read-document-bytes.ts';
import type { ExhibitFileView } from '../../../app/queries/exhibit-view.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';

/** Longer texts are downloaded. */
const MAX_SHOWN_BYTES = 100_000;

/** The words of a text file, to be shown as they are; nothing of any other file. */
export async function shownText(
  ports: WebPorts,
  viewer: Viewer,
  { mime, size, document }: Pick<ExhibitFileView, 'mime' | 'size' | 'document'>,
  language: string,
): Promise<string | undefined> {
  if (!mime.startsWith('text/') || size > MAX_SHOWN_BYTES) return undefined;
  const found = await readDocumentBytes(ports, viewer, document, language);
  if (found?.kind !== 'ready') return undefined;
  const text = await new Response(found.bytes).text();
  // What turns a line round would make it read otherwise than it is written.
  return text.replace(/[\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu, '');
}
