import type { Context, MiddlewareHandler } from 'hono';
import type { WebEnv } from '../web-env.ts';

/** What must hold before a request goes on: answers why it does not, or nothing. */
export type Check = (c: Context<WebEnv>) => Response | undefined;

/** Asks these in order before a request goes on. */
export function checked(...checks: readonly Check[]): MiddlewareHandler<WebEnv> {
  return checkedBefore(checks, (_, next) => next());
}

/** The same in one layer with what comes next: each layer of middleware costs every request a microsecond and more. */
export function checkedBefore(checks: readonly Check[], layer: MiddlewareHandler<WebEnv>): MiddlewareHandler<WebEnv> {
  return async (c, next) => firstRefusal(c, checks) ?? layer(c, next);
}

/** Answers what the first of them answers that does not hold. */
export function firstRefusal(c: Context<WebEnv>, checks: readonly Check[]): Response | undefined {
  for (const check of checks) {
    const refusal = check(c);
    if (refusal) return refusal;
  }
  return undefined;
}
