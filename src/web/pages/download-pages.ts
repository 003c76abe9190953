import { Hono } from 'hono';
import { documentAnswer } from '../downloads/document-answer.ts';
import { exhibitBundleAnswer, exhibitIndexAnswer } from '../downloads/exhibit-bundle-answer.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import type { PageTools } from './render-page.tsx';
import { requireSignIn } from './sign-in/require-sign-in.tsx';

/**
 * What pages link to for a file. The API gives the same bytes; but who follows a link, and is signed out by now or too
 * early, is to read a page and no problem in JSON.
 */
export function downloadPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const signedIn = requireSignIn(tools);
  app.get('/documents/:id', signedIn, (c) => documentAnswer(ports, c, c.req.param('id')));
  app.get('/cases/:id/exhibits.pdf', signedIn, (c) => exhibitIndexAnswer(ports, c, c.req.param('id')));
  app.get('/cases/:id/exhibits.zip', signedIn, (c) => exhibitBundleAnswer(ports, c, c.req.param('id')));
  return app;
}
