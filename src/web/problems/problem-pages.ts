import type { Context, MiddlewareHandler, Next } from 'hono';
import { problemPage } from '../pages/problem-page.tsx';
import type { PageTools } from '../pages/render-page.tsx';
import { preferredLanguage } from '../preferred-language.ts';
import type { WebEnv } from '../web-env.ts';
import type { ProblemReason } from './problems.ts';

/**
 * Shows a problem as a page to a browser that asked for one: same status, same headers, in its reader's language. Whoever
 * calls the API, by whatever means, gets the problem itself.
 */
export function problemPages(tools: PageTools): MiddlewareHandler<WebEnv> {
  return (c, next) => (isForEyes(c) ? shown(c, tools, next) : next());
}

function isForEyes(c: Context<WebEnv>): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html');
}

async function shown(c: Context<WebEnv>, tools: PageTools, next: Next): Promise<void> {
  await next();
  if (c.res.headers.get('content-type') !== 'application/problem+json') return;
  const { reason } = (await c.res.clone().json()) as { readonly reason: ProblemReason };
  if (!c.get('viewer')) strangerTo(c, tools);
  c.res = problemPage(c, tools, reason);
}

/** What failed can be what finds out who asks. */
function strangerTo(c: Context<WebEnv>, { settings }: PageTools): void {
  c.set('viewer', { kind: 'stranger' });
  c.set('language', preferredLanguage(c, settings, undefined));
}
