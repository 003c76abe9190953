import type { MiddlewareHandler } from 'hono';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';

const SECONDS_UNTIL_RETRY = 5;

/** How many requests of a kind may be under way at the same moment. */
export interface AtOnce {
  readonly perUser: number;
  readonly inAll: number;
}

/**
 * Lets only few requests of a kind be answered at once: for those whose bodies are held in memory while they are looked
 * into. Asked before the body is read, so that one too many costs nothing.
 */
export function fewAtOnce({ perUser, inAll }: AtOnce): MiddlewareHandler<WebEnv> {
  const underWay = new Map<string, number>();
  let total = 0;
  return async (c, next) => {
    const viewer = c.get('viewer');
    const user = viewer.kind === 'user' ? viewer.userId : '';
    const own = underWay.get(user) ?? 0;
    if (own >= perUser || total >= inAll) {
      c.header('Retry-After', String(SECONDS_UNTIL_RETRY));
      return problem(c, 'TooManyRequests', { facts: { retryAfter: SECONDS_UNTIL_RETRY } });
    }
    total += 1;
    underWay.set(user, own + 1);
    try {
      return await next();
    } finally {
      total -= 1;
      const left = (underWay.get(user) ?? 1) - 1;
      if (left > 0) underWay.set(user, left);
      else underWay.delete(user);
    }
  };
}
