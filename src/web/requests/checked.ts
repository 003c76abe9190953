import type { Context, MiddlewareHandler } from 'hono';
import type { WebEnv } from '../web-env.ts';

/** What must hold before a request goes on: answers why it does not, or nothing. */
export type Check = (c: Context<WebEnv>) => Response | undefined;

/** Asks these in order, in one layer: each layer of middleware costs every request a few promises. */
export function checked(...checks: readonly Check[]): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    for (const check of checks) {
      const refusal = check(c);
      if (refusal) return refusal;
    }
    return next();
  };
}
