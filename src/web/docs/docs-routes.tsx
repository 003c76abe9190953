/** @jsxImportSource hono/jsx */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { raw } from 'hono/html';
import { type OpenApiDocument, openApiDocument } from '../openapi-document.ts';
import { type PageTools, renderPage } from '../pages/render-page.tsx';
import type { WebEnv } from '../web-env.ts';
import { DocsPage } from './docs-page.tsx';

/** The API's documentation, for programs and for people. Both are made once, at the first request. */
export function docsRoutes(api: OpenAPIHono<WebEnv>, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const made = onceMade(api);
  app.get('/openapi.json', (c) => c.body(made().json, 200, { 'Content-Type': 'application/json' }));
  app.get('/docs', (c) =>
    renderPage(c, tools, () => ({ title: 'API', body: raw(made().html), language: 'en', isPlain: true })),
  );
  return app;
}

function onceMade(api: OpenAPIHono<WebEnv>) {
  let made: { readonly document: OpenApiDocument; readonly json: string; readonly html: string } | undefined;
  return () => {
    if (made) return made;
    const document = openApiDocument(api);
    made = { document, json: JSON.stringify(document), html: (<DocsPage document={document} />).toString() };
    return made;
  };
}
