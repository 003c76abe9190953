import type { MiddlewareHandler } from 'hono';
import { answerHeaders } from './answer-headers.ts';
import type { WebEnv } from './web-env.ts';
import type { WebSettings } from './web-ports.ts';

/** What every answer carries, refusals and errors included. Pages and files widen what they need, and no more. */
export function secureHeaders({ origin }: WebSettings): MiddlewareHandler<WebEnv> {
  const headers = answerHeaders(origin);
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    return next();
  };
}
