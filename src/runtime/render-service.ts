import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { DocumentModel } from '../effects/documents/document-model.ts';
import { renderDocument } from '../effects/documents/render-document.ts';
import { bearsSecret } from './bears-secret.ts';

/** Far more than the longest decision. */
const MAX_MODEL_BYTES = 4 * 1024 * 1024;

/**
 * Sets documents for those who cannot run Typst, as a Worker cannot. It keeps nothing and knows nobody: a model comes
 * in, a PDF goes out. Whoever does not bear the secret is told nothing.
 */
export function renderService(secret: string): (request: Request) => Response | Promise<Response> {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.use(async (c, next) => (bearsSecret(c.req.raw.headers, secret) ? next() : c.notFound()));
  app.post('/documents', bodyLimit({ maxSize: MAX_MODEL_BYTES }), async (c) => {
    const model = await c.req.json<DocumentModel>().catch(() => undefined);
    if (model === undefined) return c.text('the document is not JSON', 400);
    try {
      const bytes = renderDocument(model);
      return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/pdf' });
    } catch (error) {
      return c.text((error as Error).message, 422);
    }
  });
  return app.fetch;
}
