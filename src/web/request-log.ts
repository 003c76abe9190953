import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { WebEnv } from './web-env.ts';
import type { WebPorts } from './web-ports.ts';

/** Notes each answered request: method, pattern of the route, status and milliseconds. No ids, no query, no person. */
export function requestLog({ log }: Pick<WebPorts, 'log'>): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    log({ method: c.req.method, route: routePattern(c), status: c.res.status, ms: performance.now() - start });
  };
}

/** The pattern of the handler that was matched: `/api/v1/cases/:id`. */
export function routePattern(c: Context): string {
  return matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unmatched';
}
