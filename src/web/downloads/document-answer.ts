import type { Context } from 'hono';
import { readDocumentBytes } from '../../app/documents/read-document-bytes.ts';
import { problem } from '../problems/problem.ts';
import { attachmentHeader } from '../requests/attachment-header.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';

const SECONDS_TO_RENDER = 3;
const SECONDS_UNTIL_SCANNED = 120;

/** A document's bytes for who may read it, as an attachment that a browser runs nothing of; a problem, where there are none. */
export async function documentAnswer(ports: WebPorts, c: Context<WebEnv>, id: string): Promise<Response> {
  const found = await readDocumentBytes(ports, c.get('viewer'), id, c.get('language'));
  if (!found) return problem(c, 'NotFound');
  if (found.kind === 'pending') {
    c.header('Retry-After', String(SECONDS_TO_RENDER));
    return problem(c, 'DocumentNotReady');
  }
  if (found.kind === 'held') return heldAnswer(c, found.check);
  const { document, bytes } = found;
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox");
  c.header('Content-Disposition', attachmentHeader(document.filename));
  if (document.size !== null) c.header('Content-Length', String(document.size));
  c.header('Content-Type', contentTypeOf(document.mime));
  if (c.req.method !== 'HEAD') return c.body(bytes, 200);
  // Nobody would read the bytes, and their file would stay open.
  await bytes.cancel();
  return c.body(null, 200);
}

/** Texts are taken in UTF-8 alone. */
function contentTypeOf(mime: string): string {
  return mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime;
}

function heldAnswer(c: Context<WebEnv>, check: 'waiting' | 'infected'): Response {
  if (check === 'infected') return problem(c, 'FileInfected');
  c.header('Retry-After', String(SECONDS_UNTIL_SCANNED));
  return problem(c, 'FileBeingChecked');
}
