import type { MiddlewareHandler } from 'hono';
import { answerHeaders } from './answer-headers.ts';
import type { WebEnv } from './web-env.ts';
import type { WebSettings } from './web-ports.ts';

/** What every answer carries, refusals and errors included. Pages and files widen what they need, and no more. */
export function secureHeaders({ origin }: WebSettings): MiddlewareHandler<WebEnv> {
  const headers = answerHeaders(origin);
  const each = Object.entries(headers);
  return async (c, next) => {
    c.set('answerHeaders', headers);
    await next();
    if (c.res === c.get('secured')) return;
    for (const [name, value] of each) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
