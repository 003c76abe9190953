import { Hono } from 'hono';
import { readDocumentBytes } from '../../../app/documents/read-document-bytes.ts';
import { attachmentHeader } from '../../requests/attachment-header.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageTools } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { SHOWN_PICTURES } from './file-facts.ts';

/** It may load nothing, run nothing, and stand in no frame. */
const ALONE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/**
 * A picture of a case shown in its place, to who may read it. Its kind was found from its bytes when it was uploaded, and
 * nothing but these kinds is ever shown: all else is a download.
 */
export function pictureRoute(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/cases/:id/evidence/files/:document', requireSignIn(tools), async (c) => {
    const { id, document } = c.req.param();
    const found = await readDocumentBytes(ports, c.get('viewer'), document, c.get('language'));
    const isHere = found?.document.caseId === id && SHOWN_PICTURES.has(found.document.mime);
    if (!isHere || found.kind !== 'ready') {
      if (found?.kind === 'ready') await found.bytes.cancel();
      return missingPage(c, tools);
    }
    c.header('Content-Security-Policy', ALONE);
    c.header('Content-Disposition', attachmentHeader(found.document.filename).replace(/^attachment/, 'inline'));
    c.header('Content-Type', found.document.mime);
    // It is looked at on several pages; what was withdrawn meanwhile is gone after a minute.
    c.header('Cache-Control', 'private, max-age=60');
    return c.body(found.bytes, 200);
  });
  return app;
}
